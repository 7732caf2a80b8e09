import { useEffect, useRef } from "react";

/** Lines with something in them, and what stands before and behind the place where they go. */
export type Pasted = { readonly lines: readonly string[]; readonly head: string; readonly tail: string };

/** Hears of several lines that are pasted into the box `id`, which has one line and would run them into one word: `onLines` puts them in. */
export const usePastedLines = (id: string, onLines: (pasted: Pasted) => void): void => {
  const latest = useRef(onLines);
  latest.current = onLines;
  useEffect(() => {
    const box = document.getElementById(id);
    const onPaste = (event: Event) => {
      const text = (event as ClipboardEvent).clipboardData?.getData("text") ?? "";
      const lines = text.split(/[\r\n]+/).filter((line) => line.trim());
      if (lines.length < 2 || !(box instanceof HTMLInputElement)) return;
      event.preventDefault();
      const { value, selectionStart: start, selectionEnd: end } = box;
      latest.current({ lines, head: value.slice(0, start ?? value.length), tail: value.slice(end ?? value.length) });
    };
    box?.addEventListener("paste", onPaste);
    return () => box?.removeEventListener("paste", onPaste);
  }, [id]);
};
