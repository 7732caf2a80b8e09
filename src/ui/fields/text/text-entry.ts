import type { ComponentProps } from "react";

type EntryAttributes = Pick<
  ComponentProps<"input">,
  "type" | "inputMode" | "autoCapitalize" | "autoCorrect" | "spellCheck" | "autoComplete"
>;

/** What the keyboard should do for a kind of text. Names are never corrected, digits get the number pad, all may be pasted, and the browser keeps none. */
export const textEntries = {
  text: { type: "text", autoComplete: "off" },
  name: { type: "text", autoCapitalize: "words", autoCorrect: "off", spellCheck: false, autoComplete: "off" },
  code: { type: "text", autoCapitalize: "characters", autoCorrect: "off", spellCheck: false, autoComplete: "off" },
  digits: { type: "text", inputMode: "numeric", autoCorrect: "off", spellCheck: false, autoComplete: "off" },
  phone: { type: "tel", inputMode: "tel", autoComplete: "off" },
} as const satisfies Record<string, EntryAttributes>;

export type TextEntry = keyof typeof textEntries;
