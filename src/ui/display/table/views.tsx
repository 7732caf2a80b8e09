import "./views.css";

export type ViewsProps<V extends string> = {
  readonly label: string;
  /** `calls`: the list holds work to be done, and is shown in the warning colour. */
  readonly views: readonly { readonly value: V; readonly label: string; readonly calls?: boolean }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
};

/** Which of several lists stands below, in one line of buttons. */
export const Views = <V extends string>({ label, views, value, onChange }: ViewsProps<V>) => (
  <fieldset className="p-views" aria-label={label}>
    {views.map((view) => (
      <button
        key={view.value}
        type="button"
        className="p-views__one"
        aria-pressed={view.value === value}
        data-calls={view.calls ? "" : undefined}
        onClick={() => onChange(view.value)}
      >
        {view.label}
      </button>
    ))}
  </fieldset>
);
