import { withOneApostrophe } from "./apostrophe.ts";

/**
 * A name as it is stored: NFC, no spaces around or doubled, U+2019 for every apostrophe inside a word. Nothing that a
 * name can contain is refused, whatever the script; taken out is only what nobody can see or say (control characters,
 * zero-width and direction marks that make two names look alike, emoji), and `removed` tells which, so that the form
 * can say so. The joiners that Arabic and Indian scripts need stay between their letters.
 */
export const cleanName = (text: string): CleanName => {
  const removed = [...new Set(kinds.filter(([, pattern]) => text.search(pattern) >= 0).map(([kind]) => kind))];
  const visible = kinds.reduce((rest, [, pattern]) => rest.replace(pattern, ""), text.replace(/[\t\n\r]/g, " "));
  const name = withOneApostrophe(visible.normalize("NFC")).replace(/\s+/g, " ").trim();
  return { name, removed };
};

export type CleanName = { readonly name: string; readonly removed: readonly Removed[] };
export type Removed = "control" | "direction" | "invisible" | "emoji";

/** What is taken out, kind by kind. */
const kinds: readonly (readonly [Removed, RegExp])[] = [
  ["emoji", /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u20e3/gu],
  ["direction", /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g],
  [
    "invisible",
    /\u034f|[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0]|\ufe0e|\ufe0f|[\u{e0000}-\u{e007f}]/gu,
  ],
  ["invisible", /\u200c(?![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}])/gu],
  ["invisible", /\u200d(?![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Sinhala}\p{Script=Malayalam}])/gu],
  ["control", /[\p{Cs}\p{Co}\ufff9-\ufffb]|(?![\t\n\r])\p{Cc}/gu],
];
