/** Decimal digits, each drawn alike but for one part in hundreds of millions. */
export const randomDigits = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(length)), (number) => number % 10).join("");
