import "./list.css";
import type { ReactNode } from "react";
import { Link } from "../actions/link.tsx";
import type { TestHook } from "../test-hooks.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-shapes.ts";

export type ListRowProps = {
  readonly title: ReactNode;
  /** One line: who, how many, where, when. */
  readonly detail?: ReactNode;
  /** `Badge`s, at the end: in a brief row their pictures are shown and their words read aloud. */
  readonly badges?: ReactNode;
  /** At the end of the row, in words: a number, an hour, a state. */
  readonly end?: ReactNode;
  readonly icon?: IconName | undefined;
  /** The language of the title, where it is a name in another script. */
  readonly lang?: string | undefined;
  /** In a list that is looked through: two lines, each ending in dots where it is too long. Elsewhere nothing is cut. */
  readonly brief?: boolean | undefined;
  /** What tests call it. */
  readonly test?: TestHook | undefined;
} & RowDoes;

/** A row leads somewhere, does something, is switched on and off, or is only read. */
type RowDoes =
  | { readonly href: string; readonly onPress?: undefined; readonly pressed?: undefined }
  | { readonly href?: undefined; readonly onPress: () => void; readonly pressed?: boolean | undefined }
  | { readonly href?: undefined; readonly onPress?: undefined; readonly pressed?: undefined };

/** The whole row is the target; its height never changes by tapping it. */
export const ListRow = (props: ListRowProps) => {
  const { href, onPress, pressed, brief, test } = props;
  const words = <RowWords {...props} />;
  return (
    <li className="p-row" data-brief={brief} data-test={test}>
      {href !== undefined ? (
        <Link href={href} className="p-row__target">
          {words}
          <Icon name="forward" />
        </Link>
      ) : onPress ? (
        <button type="button" className="p-row__target" aria-pressed={pressed} onClick={onPress}>
          {pressed !== undefined && (
            <span className="p-row__mark">
              <Icon name="check" />
            </span>
          )}
          {words}
          {pressed === undefined && <Icon name="forward" />}
        </button>
      ) : (
        <div className="p-row__target">{words}</div>
      )}
    </li>
  );
};

const RowWords = ({ title, detail, badges, end, icon, lang }: ListRowProps) => (
  <>
    {icon && <Icon name={icon} />}
    <span className="p-row__words">
      <span className="p-row__title" lang={lang}>
        {title}
      </span>
      {detail && <span className="p-row__detail">{detail}</span>}
    </span>
    {badges && <span className="p-row__badges">{badges}</span>}
    {end && <span className="p-row__end">{end}</span>}
  </>
);
