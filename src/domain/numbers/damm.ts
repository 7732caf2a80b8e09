/** Quasigroup of order 10 with a zero diagonal (H. M. Damm, 2004): row = digit so far, column = next digit. */
const table = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];

/**
 * Check digit of a row of digits; over the digits and their check digit together it is 0. It finds every single wrong
 * digit and every swap of neighbours. Source: domain reference 5.8.
 */
export const dammDigit = (digits: string): number =>
  [...digits].reduce((interim, digit) => Number(table[interim]?.[Number(digit)]), 0);
