import { useT } from "../../i18n/use-t.ts";

export const FieldLabel = ({ label, optional }: { readonly label: string; readonly optional: boolean | undefined }) => {
  const t = useT();
  return (
    <>
      {label}
      {optional && <span className="p-field__optional"> ({t("ui.optional")})</span>}
    </>
  );
};
