/** Ages in digits, which every language reads. */
export const bandInDigits = {
  "0_4": "0–4",
  "5_11": "5–11",
  "12_17": "12–17",
  "18_59": "18–59",
  "60_plus": "60+",
  unknown: "?",
} as const;
