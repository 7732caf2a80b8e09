import { type ReactNode, Suspense } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { PartBoundary } from "../../../ui/feedback/part-boundary.tsx";
import { hook } from "../../../ui/test-hooks.ts";

type LatePartProps = {
  /** Keeps the part's place until it is there. */
  readonly place: ReactNode;
  /** What stands there where it cannot be fetched. */
  readonly instead?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page that is fetched on its own: nothing moves when it comes, and nothing else is missing when it does not. */
export const LatePart = ({ place, instead = <PartMissing />, children }: LatePartProps) => (
  <PartBoundary instead={instead}>
    <Suspense fallback={place}>{children}</Suspense>
  </PartBoundary>
);

export const PartMissing = () => {
  const t = useT();
  return <p data-test={hook("part-missing")}>{t("intake.partMissing")}</p>;
};
