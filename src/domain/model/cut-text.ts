/** The beginning of a text, at most `most` UTF-16 units long. No character is cut in two: a store refuses half a character, and the document with it. */
export const cutText = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
