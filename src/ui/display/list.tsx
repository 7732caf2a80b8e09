import "./list.css";
import { Children, type ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { PartBoundary } from "../feedback/part-boundary.tsx";
import { ListRow } from "./list-row.tsx";

export type ListProps = {
  /** What it is a list of; read aloud, not shown. */
  readonly label: string;
  /** `ListRow`s. One that fails is named in its place; the others are shown. */
  readonly children: ReactNode;
};

export const List = ({ label, children }: ListProps) => {
  const t = useT();
  const instead = <ListRow icon="warning" title={t("ui.brokenRow")} />;
  return (
    <ul className="p-list" aria-label={label}>
      {Children.map(children, (row) => (
        <PartBoundary instead={instead}>{row}</PartBoundary>
      ))}
    </ul>
  );
};
