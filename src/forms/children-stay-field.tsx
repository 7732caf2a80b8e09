import type { Person } from "../domain/model/kinds/person.ts";
import { useFormats } from "../i18n/use-formats.ts";
import { useT } from "../i18n/use-t.ts";
import { Notice } from "../ui/feedback/notice.tsx";
import { TextArea } from "../ui/fields/text/text-area.tsx";
import { usePersonLabels } from "./use-person-labels.ts";

type ChildrenStayFieldProps = {
  /** Children who would stay without an adult; nothing is asked where there are none. */
  readonly alone: readonly Person[];
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (care: string) => void;
};

/** Names the children who would stay in the house without an adult, and asks who looks after them. */
export const ChildrenStayField = ({ alone, error, value, onChange }: ChildrenStayFieldProps) => {
  const t = useT();
  const { and } = useFormats();
  const words = usePersonLabels();
  if (alone.length === 0) return null;
  const names = and(alone.map((child) => `${words.name(child)} (${words.who(child)})`));
  return (
    <>
      <Notice kind="danger">{t("person.childrenStay.text", { names })}</Notice>
      <TextArea
        id="children-care"
        label={t("person.childrenStay.care")}
        hint={t("person.childrenStay.careHint")}
        error={error}
        rows={2}
        maxLength={200}
        value={value}
        onChange={onChange}
      />
    </>
  );
};
