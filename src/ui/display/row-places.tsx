import "./list.css";

/** Keeps the places of rows that are on their way, so that what stands below does not move when they come. */
export const RowPlaces = ({ count }: { readonly count: number }) =>
  Array.from(Array(count).keys(), (place) => (
    <li key={place} className="p-row" aria-hidden="true" aria-busy="true">
      <div className="p-row__target" />
    </li>
  ));
