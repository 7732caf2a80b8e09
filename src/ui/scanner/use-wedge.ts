import { useEffect, useRef } from "react";

/** Keys of `RR1:`, by their place: what a scanner types does not depend on the layout that is switched on. */
const prefix = ["KeyR", "KeyR", "Digit1", "Semicolon"];
const digits = 9;

/**
 * Listens to a scanner that is plugged in as a keyboard: it types `RR1:`, nine digits and Enter, wherever the focus is. What was in the field before is there
 * again, and the Enter sends no form.
 */
export const useWedge = (onNumber: (number: string) => void): void => {
  const told = useRef(onNumber);
  told.current = onNumber;
  useEffect(() => {
    let typed: string[] = [];
    let before: Field | undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Shift") return;
      if (event.code === "Enter" && typed.length === prefix.length + digits) {
        event.preventDefault();
        event.stopPropagation();
        before?.restore();
        told.current(typed.slice(prefix.length).join(""));
        typed = [];
        return;
      }
      const next = keyOf(event, typed.length);
      if (next === undefined) typed = [];
      if (typed.length === 0) before = fieldOf(event.target);
      const first = next ?? keyOf(event, 0);
      if (first !== undefined) typed = [...typed, first];
    };
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, []);
};

/** What a key is at a place of the text; undefined where another one has to stand there. */
const keyOf = ({ code, altKey, ctrlKey, metaKey }: KeyboardEvent, place: number): string | undefined => {
  if (altKey || ctrlKey || metaKey) return undefined;
  if (place < prefix.length) return code === prefix[place] ? code : undefined;
  return place < prefix.length + digits ? /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] : undefined;
};

type Field = { restore(): void };

/** Puts a field back as it was, in a way that its owner hears of. */
const fieldOf = (target: EventTarget | null): Field | undefined => {
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isText) return undefined;
  const { value, selectionStart } = target;
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), "value")?.set;
  return {
    restore: () => {
      setter?.call(target, value);
      target.dispatchEvent(new Event("input", { bubbles: true }));
      if (selectionStart !== null) target.setSelectionRange(selectionStart, selectionStart);
    },
  };
};
