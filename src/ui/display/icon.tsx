import "./icon.css";
import { type IconName, iconShapes } from "./icon-shapes.ts";

/** Always beside a word, so it is hidden from screen readers. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="p-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={iconShapes[name]} />
  </svg>
);
