/** Digits of a PIN. */
export const pinLength = 6;

export type WeakPin = "fewDigits" | "repeated" | "run";

/** Why a PIN of six digits is among those that are tried first; nothing for the others. */
export const weaknessOf = (pin: string): WeakPin | undefined => {
  const digits = [...pin].map(Number);
  if (new Set(digits).size < 3) return "fewDigits";
  if (isRun(digits)) return "run";
  return isRepeated(pin) ? "repeated" : undefined;
};

/** 123456, 987654, and over the end of the keys: 890123. */
const isRun = (digits: readonly number[]): boolean =>
  [1, 9].some((step) => digits.every((digit, place) => digit === ((digits[0] ?? 0) + step * place) % 10));

/** 123123, 112233, and 454545, which has two digits only. */
const isRepeated = (pin: string): boolean => /^(\d{3})\1$|^(?:(\d)\2)(?:(\d)\3)(?:(\d)\4)$/.test(pin);
