import { useEffect, useRef } from "react";
import { fieldOf, type TypedField } from "./typed-field.ts";

/** Keys of `RR1:`, nine digits and Enter by their place: what a scanner types does not depend on the layout that is switched on. */
const prefix = ["KeyR", "KeyR", "Digit1", "Semicolon"];
const length = prefix.length + 9;

type Pressed = { readonly code: string; readonly before: TypedField | undefined };

/**
 * Listens to a scanner that is plugged in as a keyboard: it types `RR1:`, nine digits and Enter, wherever the focus is. What was in the field before is there
 * again, and the Enter sends no form.
 */
export const useWedge = (onNumber: (number: string) => void): void => {
  const told = useRef(onNumber);
  told.current = onNumber;
  useEffect(() => {
    let pressed: readonly Pressed[] = [];
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Shift") return;
      const [first] = pressed;
      if (event.code === "Enter" && first && pressed.length === length) {
        event.preventDefault();
        event.stopPropagation();
        first.before?.restore();
        told.current(
          pressed
            .slice(prefix.length)
            .map(({ code }) => code.slice(-1))
            .join(""),
        );
        pressed = [];
        return;
      }
      const isWithout = event.altKey || event.ctrlKey || event.metaKey;
      pressed = isWithout ? [] : lastThatMayBegin([...pressed, { code: event.code, before: fieldOf(event.target) }]);
    };
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, []);
};

/** A name may end in the key with which a scan begins: what is kept are the last keys that may be the beginning of one. */
const lastThatMayBegin = (pressed: readonly Pressed[]): readonly Pressed[] => {
  const from = pressed.findIndex((_, at) => pressed.slice(at).every(({ code }, place) => fits(code, place)));
  return from === -1 ? [] : pressed.slice(from);
};

const fits = (code: string, place: number): boolean =>
  place < prefix.length ? code === prefix[place] : place < length && /^(?:Digit|Numpad)\d$/.test(code);
