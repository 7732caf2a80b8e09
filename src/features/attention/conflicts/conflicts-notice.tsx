import { useEffect, useState } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { useSession } from "../../../session/use-session.ts";
import { OpenMattersNotice } from "./open-matters-notice.tsx";
import { useOpenConflicts } from "./use-open-conflicts.ts";

/** On the first screen of a job, where something is to be settled. */
export const ConflictsNotice = ({ site }: { readonly site: string | undefined }) => {
  const isArriving = useSession((session) => session.sync.state === "firstSync");
  const [isCalm, setIsCalm] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setIsCalm(true), rest);
    return () => window.clearTimeout(timer);
  }, []);
  // Counting looks at every record: not with every page that comes, and not while somebody types.
  return isArriving || !isCalm ? null : <Counted site={site} />;
};

/** Milliseconds that somebody has looked at the page. */
const rest = 1_500;

const Counted = ({ site }: { readonly site: string | undefined }) => {
  const t = useT();
  const { count } = useOpenConflicts(site);
  if (count === 0) return null;
  return (
    <OpenMattersNotice
      title={t("attention.conflicts.count", { count })}
      href="/conflicts"
      open={t("attention.conflicts.open")}
    />
  );
};
