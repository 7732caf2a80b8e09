import "./mark.css";

/** The haven: a roof over calm water, and a lamp in it. */
export const Mark = () => (
  <svg className="p-mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
    <path className="p-mark__roof" d="M7 24.5C12 14 17.5 9 24 9s12 5 17 15.5" />
    <circle className="p-mark__lamp" cx="24" cy="22.5" r="4.5" />
    <path
      className="p-mark__water"
      d="M7 33c4-3.5 7.5-3.5 11.3 0s7.6 3.5 11.4 0s7.3-3.5 11.3 0M12.7 40c3.7-3.2 7.5-3.2 11.3 0s7.6 3.2 11.3 0"
    />
  </svg>
);
