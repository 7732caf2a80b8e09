import { useState } from "react";
import type { Person } from "../../domain/model/kinds/person.ts";
import { type NoteGoneError, noteGone } from "../../domain/safeguarding/incidents.ts";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useErrorText } from "../../i18n/use-error-text.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { TextArea } from "../../ui/fields/text/text-area.tsx";
import { Sheet } from "../../ui/overlays/sheet.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { useProtect } from "./use-protect.ts";

type GoneSheetProps = { readonly child: Person; readonly onClose: () => void };

/** A child without a bed that has gone, never its brothers and sisters by the same tap: what has happened is always noted, and somebody else takes charge of it. */
export const GoneSheet = ({ child, onClose }: GoneSheetProps) => {
  const t = useT();
  const words = usePersonLabels();
  const errorText = useErrorText();
  const { note: save, refusal } = useProtect<NoteGoneError>(child.site);
  const [note, setNote] = useState("");
  const name = words.name(child);
  const submit = async () => {
    const said = t("safeguarding.gone.said", { name });
    if (await save([(id, doing) => noteGone(child, id, note, doing)], said)) onClose();
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
