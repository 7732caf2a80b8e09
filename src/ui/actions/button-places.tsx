import "./button.css";
import type { ButtonLook } from "./button.tsx";

type ButtonPlacesProps = { readonly count: number; readonly look?: ButtonLook | undefined };

/** Keeps the places of buttons that are on their way, so that what stands below does not move when they come. */
export const ButtonPlaces = ({ count, look = "plain" }: ButtonPlacesProps) =>
  Array.from(Array(count).keys(), (place) => (
    <div key={place} className="p-button-place" data-look={look} aria-hidden="true" aria-busy="true" />
  ));
