/** The beginning of a text, at most `most` UTF-16 units long. No character is cut in two: a store refuses half a character, and the document with it. */
export const cutText = (text: string, most: number): string => {
  const cut = text.slice(0, most);
  return text.length > most && isFirstHalf(cut.charCodeAt(most - 1)) ? cut.slice(0, -1) : cut;
};

const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
