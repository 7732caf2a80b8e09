import { useState } from "react";
import type { Person } from "../../domain/model/kinds/person.ts";
import { type NoteGoneError, noteGone } from "../../domain/safeguarding/incidents.ts";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useErrorText } from "../../i18n/use-error-text.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { TextArea } from "../../ui/fields/text/text-area.tsx";
import { Sheet } from "../../ui/overlays/sheet.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { useProtect } from "./use-protect.ts";

type GoneSheetProps = { readonly people: readonly Person[]; readonly onClose: () => void };

/** Children without a bed who have gone: what has happened is always noted, and somebody else takes charge of it. */
export const GoneSheet = ({ people, onClose }: GoneSheetProps) => {
  const t = useT();
  const words = usePersonLabels();
  const errorText = useErrorText();
  const { and } = useFormats();
  const { note: save, refusal } = useProtect<NoteGoneError>(people[0]?.site ?? "");
  const [note, setNote] = useState("");
  const name = and(people.map(words.name));
  const submit = async () => {
    const commands = people.map(
      (child) =>
        (...[id, doing]: Parameters<Parameters<typeof save>[0][number]>) =>
          noteGone(child, id, note, doing),
    );
    if (await save(commands, t("safeguarding.gone.said", { name }))) onClose();
  };
  return (
    <Sheet
      open
      title={t("safeguarding.gone.title")}
      onClose={onClose}
      actions={
        <Button look="danger" wide icon="leave" onPress={() => void submit()}>
          {t("safeguarding.gone.save")}
        </Button>
      }
    >
      <Stack>
        {refusal && refusal.type !== "WordsMissing" && <Refusal error={refusal} />}
        <p>{name}</p>
        <TextArea
          id="gone-words"
          label={t("safeguarding.gone.words")}
          error={refusal?.type === "WordsMissing" ? errorText(refusal) : undefined}
          rows={2}
          maxLength={200}
          value={note}
          onChange={setNote}
        />
      </Stack>
    </Sheet>
  );
};
