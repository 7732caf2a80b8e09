import { useState } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { TextArea } from "../../../ui/fields/text/text-area.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { MergeRefusal } from "./merge-refusal.tsx";
import { useMerging } from "./use-merging.ts";

type AskSheetProps = {
  readonly site: string;
  readonly people: readonly [Person, Person];
  readonly onClose: () => void;
};

/** Leaves two records as they are, with what is to be found out first: whoever leads next sees it. */
export const AskSheet = ({ site, people, onClose }: AskSheetProps) => {
  const t = useT();
  const { ask, refusal } = useMerging(site);
  const [question, setQuestion] = useState("");
  const submit = async () => {
    if (await ask(...people, question)) onClose();
  };
  return (
    <Sheet
      open
      title={t("alike.ask.title")}
      onClose={onClose}
      actions={
        <Button look="primary" wide onPress={() => void submit()}>
          {t("alike.ask.keep")}
        </Button>
      }
    >
      <Stack>
        <MergeRefusal refusal={refusal} />
        <TextArea
          id="merge-question"
          label={t("alike.ask.label")}
          hint={t("alike.ask.hint")}
          rows={2}
          maxLength={200}
          value={question}
          onChange={setQuestion}
        />
      </Stack>
    </Sheet>
  );
};
