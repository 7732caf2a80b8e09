const weights = [7, 3, 1];

/** ICAO 9303 check digit: weights 7 3 1 repeating over 0-9, A = 10 … Z = 35, `<` = 0; the sum modulo 10. */
export const mrzCheckDigit = (characters: string): number =>
  [...characters].reduce((sum, character, at) => sum + numberOf(character) * (weights[at % 3] ?? 0), 0) % 10;

const numberOf = (character: string): number => (character === "<" ? 0 : Number.parseInt(character, 36));
