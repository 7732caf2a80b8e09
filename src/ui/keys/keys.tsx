import { useEffect, useState } from "react";
import { hasLetterKeys } from "./keys-choice.ts";
import { KeysSheet } from "./keys-sheet.tsx";
import { type Meaning, meaningOf } from "./meaning-of.ts";
import { moveFocus } from "./move-focus.ts";

type KeysProps = {
  /** Opens a new registration; undefined where the account may not register. */
  readonly onNew: (() => void) | undefined;
};

/** Listens to the keys of a laptop: search, a new registration, the rows of a list, what the keys are. Not in a field, and not while a sheet is open. */
export const Keys = ({ onNew }: KeysProps) => {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const does: Readonly<Record<Meaning, () => boolean>> = {
      search: focusSearch,
      new: () => {
        // A form is not left by one key; in some it is the form that holds the page.
        if (!onNew || document.querySelector("main form, form main")) return false;
        onNew();
        return true;
      },
      keys: () => {
        setOpen(true);
        return true;
      },
      up: () => moveFocus(-1),
      down: () => moveFocus(1),
      close: () => false, // whatever is open closes itself
    };
    const onKey = (event: KeyboardEvent) => {
      const meaning = meaningOf(event, hasLetterKeys());
      if (meaning && !document.querySelector("dialog[open]") && does[meaning]()) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onNew]);
  return <KeysSheet open={isOpen} mayRegister={onNew !== undefined} onClose={() => setOpen(false)} />;
};

/** The search of the pane one is in, else the first on the page. */
const focusSearch = (): boolean => {
  const pane = document.activeElement?.closest("[data-place]");
  const search = "input[type=search]";
  const box =
    pane?.querySelector<HTMLInputElement>(search) ?? document.querySelector<HTMLInputElement>(`main ${search}`);
  box?.focus();
  box?.select();
  return box !== null;
};
