import "./bed-grid.css";
import { Link } from "../actions/link.tsx";
import { VisuallyHidden } from "../display/visually-hidden.tsx";
import { hook } from "../test-hooks.ts";
import { type BedState, bedShapes, statesIn } from "./bed-shapes.ts";

/** One place in a bed. Pressed, it opens its resident or gives the bed; or it is only looked at. */
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
  /** Small, without names: one of many rooms of a house. */
  readonly dense?: boolean | undefined;
};

/** Beds as one sees them from the door; a `BedLegend` stands beside it. */
export const BedGrid = ({ label, beds, dense }: BedGridProps) => (
  <ul className="p-beds" aria-label={label} data-dense={dense}>
    {beds.map((bed) => (
      <li key={bed.key} className="p-beds__bed" data-state={bed.state} data-test={hook("bed")}>
        <Target {...bed} />
      </li>
    ))}
  </ul>
);

type BedLegendProps = {
  readonly beds: readonly Pick<BedCell, "state">[];
  /** What the states are called. */
  readonly words: Readonly<Record<BedState, string>>;
};

/** What the shapes mean, of those that occur. Not read aloud: each bed says it of itself. */
export const BedLegend = ({ beds, words }: BedLegendProps) => (
  <ul className="p-beds__legend" aria-hidden="true">
    {statesIn(beds).map((state) => (
      <li key={state} data-state={state}>
        <Shape state={state} />
        {words[state]}
      </li>
    ))}
  </ul>
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
