import { useState } from "react";
import { hasWords } from "../domain/model/has-words.ts";
import type { Person } from "../domain/model/kinds/person.ts";
import type { ChildrenStay } from "../domain/roster/leaving.ts";
import { type NamedError, useErrorText } from "../i18n/use-error-text.ts";
import { useT } from "../i18n/use-t.ts";
import { Button } from "../ui/actions/button.tsx";
import { Refusal } from "../ui/feedback/refusal.tsx";
import { Sheet } from "../ui/overlays/sheet.tsx";
import { Stack } from "../ui/page/stack.tsx";
import { ChildrenStayField } from "./children-stay-field.tsx";

type ChildrenStaySheetProps = {
  /** What is about to be noted, in the words of the button that was tapped. */
  readonly act: string;
  readonly alone: readonly Person[];
  /** Why the answer was not taken: said here, for the sheet covers the page. */
  readonly refusal?: NamedError | undefined;
  readonly onConfirm: (answer: ChildrenStay) => void;
  readonly onClose: () => void;
};

/** Asks before a resident is noted as gone whose children stay. Leaving is noted with the answer, never refused. */
export const ChildrenStaySheet = ({ act, alone, refusal, onConfirm, onClose }: ChildrenStaySheetProps) => {
  const t = useT();
  const errorText = useErrorText();
  const [care, setCare] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const submit = () => {
    setHasTried(true);
    if (hasWords(care)) onConfirm({ named: alone.map(({ _id }) => _id), care });
  };
  return (
    <Sheet
      open
      title={t("person.childrenStay.title")}
      onClose={onClose}
      actions={
        <Button look="primary" wide onPress={submit}>
          {act}
        </Button>
      }
    >
      <Stack>
        <Refusal error={refusal} />
        <ChildrenStayField
          alone={alone}
          error={hasTried && !hasWords(care) ? errorText({ type: "ChildrenCareMissing" }) : undefined}
          value={care}
          onChange={setCare}
        />
      </Stack>
    </Sheet>
  );
};
