/** True for a text that says something: a reason of "." or "-" tells nobody anything afterwards. */
export const hasWords = (text: string): boolean => (text.match(/\p{L}/gu) ?? []).length >= 3;
