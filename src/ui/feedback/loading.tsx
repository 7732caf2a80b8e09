import "./loading.css";
import { useT } from "../../i18n/use-t.ts";

/** For what truly takes time (unlocking, the first sync); reading from the device does not. */
export const Loading = ({ label }: { readonly label?: string | undefined }) => {
  const t = useT();
  return (
    <p className="p-loading" role="status">
      <span className="p-loading__wave" />
      <span>{label ?? t("ui.loading")}</span>
    </p>
  );
};
