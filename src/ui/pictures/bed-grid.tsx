import "./bed-grid.css";
import { Link } from "../actions/link.tsx";
import { VisuallyHidden } from "../display/visually-hidden.tsx";
import { hook } from "../test-hooks.ts";
import { type BedState, bedShapes, statesIn } from "./bed-shapes.ts";

/** One place in a bed. It leads to whoever lies there, gives the bed, or is only looked at. */
export type BedCell = {
  readonly key: string;
  readonly code: string;
  readonly state: BedState;
  /** Who lies there, as far as there is room for it. */
  readonly name?: string | undefined;
  readonly lang?: string | undefined;
  /** All of it in words, for whoever hears it: it holds what is seen. */
  readonly words: string;
  readonly href?: string | undefined;
  readonly onPress?: (() => void) | undefined;
};

export type BedGridProps = {
  readonly label: string;
  readonly beds: readonly BedCell[];
  /** What the states are called. */
  readonly stateWords: Readonly<Record<BedState, string>>;
};

/** Beds as one sees them from the door, with what the shapes mean below. */
export const BedGrid = ({ label, beds, stateWords }: BedGridProps) => (
  <div>
    <ul className="p-beds" aria-label={label}>
      {beds.map((bed) => (
        <li key={bed.key} className="p-beds__bed" data-state={bed.state} data-test={hook("bed")}>
          <Target {...bed} />
        </li>
      ))}
    </ul>
    <ul className="p-beds__legend" aria-hidden="true">
      {statesIn(beds).map((state) => (
        <li key={state} data-state={state}>
          <Shape state={state} />
          {stateWords[state]}
        </li>
      ))}
    </ul>
  </div>
);

const Target = ({ code, state, name, lang, words, href, onPress }: BedCell) => {
  const seen = (
    <>
      <span className="p-beds__seen" aria-hidden="true">
        <Shape state={state} />
        <span className="p-beds__code">{code}</span>
        <span className="p-beds__name" lang={lang}>
          {name}
        </span>
      </span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </>
  );
  if (href !== undefined)
    return (
      <Link href={href} className="p-beds__target">
        {seen}
      </Link>
    );
  return onPress ? (
    <button type="button" className="p-beds__target" onClick={onPress}>
      {seen}
    </button>
  ) : (
    <div className="p-beds__target">{seen}</div>
  );
};

const Shape = ({ state }: { readonly state: BedState }) => (
  <svg className="p-beds__shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={bedShapes[state]} />
  </svg>
);
