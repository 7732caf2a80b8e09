import "./trip-line.css";

export type TripLineStop = {
  readonly key: string;
  readonly place: string;
  /** When the bus is due, or was there; nothing where it is not known. */
  readonly time?: string | undefined;
  /** What is to be known of it in words, also whether the bus has left it. */
  readonly note?: string | undefined;
  /** How it stands to the bus. */
  readonly state: "ahead" | "left" | "here";
};

export type TripLineProps = { readonly label: string; readonly stops: readonly TripLineStop[] };

/** A trip as a line of stops with their times: hollow is ahead, full is behind, a ring around it is where the bus stands. */
export const TripLine = ({ label, stops }: TripLineProps) => (
  <ol className="p-trip" aria-label={label}>
    {stops.map(({ key, place, time, note, state }) => (
      <li key={key} className="p-trip__stop" data-state={state}>
        <svg className="p-trip__dot" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          {state === "here" && <circle cx="12" cy="12" r="10" />}
          <circle className="p-trip__core" cx="12" cy="12" r="6" />
        </svg>
        <span className="p-trip__place">{place}</span>
        {time && <span className="p-trip__time">{time}</span>}
        {note && <span className="p-trip__note">{note}</span>}
      </li>
    ))}
  </ol>
);
