import { useState } from "react";
import { type CodeOf, codes } from "../../domain/model/codes.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { type NoteToldError, noteTold } from "../../domain/safeguarding/note-told.ts";
import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { useErrorText } from "../../i18n/use-error-text.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { ChoiceChips } from "../../ui/fields/choice/choice-chips.tsx";
import { TextField } from "../../ui/fields/text/text-field.tsx";
import { Sheet } from "../../ui/overlays/sheet.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { useProtect } from "./use-protect.ts";

type ToldSheetProps = { readonly people: readonly Person[]; readonly onClose: () => void };

const times = ["0", "15", "30", "60", "120"] as const;

/** Who was told of these children, and when: not what happened to them. */
export const ToldSheet = ({ people, onClose }: ToldSheetProps) => {
  const t = useT();
  const label = useCodeLabel();
  const errorText = useErrorText();
  const { note: save, refusal } = useProtect<NoteToldError>(people[0]?.site ?? "");
  const [office, setOffice] = useState<CodeOf<"safeguardingOffice">>();
  const [ago, setAgo] = useState<(typeof times)[number]>("0");
  const [words, setWords] = useState("");
  const submit = async () => {
    const told = { office, minutesAgo: Number(ago), note: words };
    const commands = people.map(
      (child) =>
        (...by: Parameters<Parameters<typeof save>[0][number]>) =>
          noteTold(child, by[0], told, by[1]),
    );
    if (await save(commands, t("safeguarding.told.said"))) onClose();
  };
  return (
    <Sheet
      open
      title={t("safeguarding.told.title")}
      onClose={onClose}
      actions={
        <Button look="primary" wide icon="check" onPress={() => void submit()}>
          {t("safeguarding.told.save")}
        </Button>
      }
    >
      <Stack>
        {refusal && refusal.type !== "OfficeMissing" && <Refusal error={refusal} />}
        <ChoiceChips
          id="told-office"
          label={t("safeguarding.told.office")}
          error={refusal?.type === "OfficeMissing" && !office ? errorText(refusal) : undefined}
          columns={2}
          options={codes.safeguardingOffice.map((value) => ({ value, label: label("safeguardingOffice", value) }))}
          value={office}
          onChange={setOffice}
        />
        <ChoiceChips
          id="told-when"
          label={t("safeguarding.told.when")}
          columns={2}
          options={times.map((value) => ({ value, label: t(`safeguarding.told.ago.${value}`) }))}
          value={ago}
          onChange={setAgo}
        />
        <TextField
          id="told-note"
          label={t("safeguarding.told.note")}
          hint={t("safeguarding.told.noteHint")}
          maxLength={200}
          value={words}
          onChange={setWords}
          optional
        />
      </Stack>
    </Sheet>
  );
};
