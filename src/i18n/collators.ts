/** Orders names as a reader of this language expects; the apostrophe does not count (Мар’яна beside Маряна).
 *  Polish puts Latin first; the others put Cyrillic first, in Ukrainian order. */
export const namesInOrder = (language: string): ((a: string, b: string) => number) =>
  new Intl.Collator(language === "pl" ? "pl" : "uk", { ignorePunctuation: true }).compare;

/** Orders labels that carry numbers: room 2 before room 10. */
export const labelsInOrder = (language: string): ((a: string, b: string) => number) =>
  new Intl.Collator(language, { numeric: true }).compare;
