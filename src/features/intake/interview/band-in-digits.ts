/** Ages in digits, which every language reads; a line is not broken within them. */
export const bandInDigits = {
  "0_4": "0\u2060–\u20604",
  "5_11": "5\u2060–\u206011",
  "12_17": "12\u2060–\u206017",
  "18_59": "18\u2060–\u206059",
  "60_plus": "60+",
  unknown: "?",
} as const;
