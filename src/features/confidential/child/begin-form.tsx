import { childFormId } from "../../../domain/child-form/form-id.ts";
import { cutText } from "../../../domain/model/cut-text.ts";
import type { ConfidentialNote } from "../../../domain/model/kinds/confidential-note.ts";
import { ok } from "../../../domain/model/result.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useCommand } from "../../../live/use-command.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Stack } from "../../../ui/page/stack.tsx";

type BeginFormProps = { readonly database: string; readonly concern: ConfidentialNote | undefined };

/** Where no worker has begun the form yet, an officer does. It is the same form: its id follows from the child. */
export const BeginForm = ({ database, concern }: BeginFormProps) => {
  const t = useT();
  const { act, refusal } = useCommand<never>(database);
  if (!concern) return null;
  const { site, personId, personName, birth } = concern;
  const content = {
    ...{ site, personId },
    ...(personName && { familyName: cutText(personName, 80) }),
    ...(birth && { birth }),
  };
  return (
    <Stack>
      {refusal && <Refusal error={refusal} />}
      <p>{t("child.begin.text")}</p>
      <Button
        look="primary"
        wide
        icon="edit"
        onPress={() => void act(ok([{ kind: "child", id: childFormId(personId), content }]))}
      >
        {t("child.begin.button")}
      </Button>
    </Stack>
  );
};
