import { useState } from "react";
import { handoverParts, handoversOf, missingParts } from "../../../domain/child-form/hand-over.ts";
import type { Child } from "../../../domain/model/kinds/child.ts";
import type { ConfidentialNote } from "../../../domain/model/kinds/confidential-note.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { HandoverFacts } from "./handover-facts.tsx";
import { HandoverForm } from "./handover-form.tsx";
import { useHandingOver } from "./use-handing-over.ts";

type HandoverBlockProps = {
  readonly database: string;
  readonly form: Child;
  readonly concerns: readonly ConfidentialNote[];
  readonly onType: (isTyped: boolean) => void;
  readonly onSaved: () => void;
};

/** The handovers of a child with what is still missing of them, and one more. */
export const HandoverBlock = ({ database, form, concerns, onType, onSaved }: HandoverBlockProps) => {
  const t = useT();
  const [round, setRound] = useState(0);
  const [isAnother, setAnother] = useState(false);
  const handovers = handoversOf(form);
  const noteHandover = useHandingOver(database, form, concerns);
  return (
    <Stack space="wide">
      {handovers.map((handover) => {
        const missing = missingParts(handover);
        return (
          <Stack key={handover.id}>
            <HandoverFacts handover={handover} />
            {missing.length > 0 && (
              <HandoverForm
                key={missing.join(" ")}
                personId={form.personId}
                of={handover.id}
                parts={missing}
                onType={onType}
                onSaved={onSaved}
                onSave={(typed) => noteHandover(typed, handover.id)}
              />
            )}
          </Stack>
        );
      })}
      <Notice kind="info" title={t("child.handover.stop")} />
      {handovers.length > 0 && !isAnother ? (
        <Button look="quiet" wide icon="plus" onPress={() => setAnother(true)}>
          {t("child.handover.another")}
        </Button>
      ) : (
        <HandoverForm
          key={round}
          personId={form.personId}
          of={undefined}
          parts={handoverParts}
          onType={onType}
          onSaved={() => {
            setRound(round + 1);
            setAnother(false);
            onSaved();
          }}
          onSave={noteHandover}
        />
      )}
    </Stack>
  );
};
