const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a text can be written as UTF-8: no half of a surrogate pair alone. */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text);
