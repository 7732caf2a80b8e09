import type { PhoneNumber } from "./phone-number.ts";

/** What is equal for two spellings of one number: its last nine digits, as many as there are without the code of the country. Nothing for less than a number. */
export const phoneKey = ({ raw, e164 }: PhoneNumber): string | undefined => {
  const digits = (e164 ?? raw).replace(/\D/g, "");
  return digits.length >= shortest ? digits.slice(-national) : undefined;
};

const [shortest, national] = [7, 9];
