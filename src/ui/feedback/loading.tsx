import "./loading.css";
import { useEffect, useState } from "react";
import { useT } from "../../i18n/use-t.ts";

/** Milliseconds after which it says what can be done: a browser's storage may never answer. */
const patience = 10_000;

type LoadingProps = {
  readonly label?: string | undefined;
  /** Waits for the phone's storage, not for a network: after ten seconds it says what to do. */
  readonly mayHang?: boolean;
};

/** For what truly takes time (unlocking, the first sync); reading from the device does not. */
export const Loading = ({ label, mayHang = false }: LoadingProps) => {
  const t = useT();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!mayHang) return;
    const timer = setTimeout(() => setIsLong(true), patience);
    return () => clearTimeout(timer);
  }, [mayHang]);
  return (
    <p className="p-loading" role="status">
      <span className="p-loading__wave" />
      <span>
        {label ?? t("ui.loading")}
        {mayHang && isLong && ` ${t("ui.loadingLong")}`}
      </span>
    </p>
  );
};
