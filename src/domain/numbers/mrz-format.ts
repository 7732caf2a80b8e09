/** The fields of a machine-readable zone where its format has them, fillers included. */
export type MrzFormat = {
  readonly format: "TD1" | "TD3";
  readonly type: string;
  readonly issuer: string;
  readonly nationality: string;
  readonly names: string;
  readonly number: string;
  /** `YYMMDD`, like `expiry`. */
  readonly birth: string;
  readonly expiry: string;
  readonly sex: string;
  readonly optional: string;
  readonly checks: readonly MrzCheck[];
};

type MrzCheck = {
  readonly field: "number" | "birthDate" | "expires" | "optional" | "all";
  readonly over: string;
  readonly digit: string;
};

/** Cuts the lines up by their number and length; undefined when they are neither TD1 nor TD3. Source: ICAO 9303. */
export const formatOf = (lines: readonly string[]): MrzFormat | undefined => {
  const [first = "", second = "", third = ""] = lines;
  if (lines.length === 2 && first.length === 44 && second.length === 44) return passport(first, second);
  const card = lines.length === 3 && lines.every((line) => line.length === 30);
  return card ? identityCard(first, second, third) : undefined;
};

const passport = (first: string, second: string): MrzFormat => ({
  format: "TD3",
  type: first.slice(0, 2),
  issuer: first.slice(2, 5),
  names: first.slice(5),
  number: second.slice(0, 9),
  nationality: second.slice(10, 13),
  birth: second.slice(13, 19),
  sex: second.slice(20, 21),
  expiry: second.slice(21, 27),
  optional: second.slice(28, 42),
  checks: [
    { field: "number", over: second.slice(0, 9), digit: second.slice(9, 10) },
    { field: "birthDate", over: second.slice(13, 19), digit: second.slice(19, 20) },
    { field: "expires", over: second.slice(21, 27), digit: second.slice(27, 28) },
    { field: "optional", over: second.slice(28, 42), digit: second.slice(42, 43) },
    { field: "all", over: second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43), digit: second.slice(43) },
  ],
});

const identityCard = (first: string, second: string, third: string): MrzFormat => ({
  format: "TD1",
  type: first.slice(0, 2),
  issuer: first.slice(2, 5),
  number: first.slice(5, 14),
  optional: first.slice(15),
  birth: second.slice(0, 6),
  sex: second.slice(7, 8),
  expiry: second.slice(8, 14),
  nationality: second.slice(15, 18),
  names: third,
  checks: [
    { field: "number", over: first.slice(5, 14), digit: first.slice(14, 15) },
    { field: "birthDate", over: second.slice(0, 6), digit: second.slice(6, 7) },
    { field: "expires", over: second.slice(8, 14), digit: second.slice(14, 15) },
    {
      field: "all",
      over: first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29),
      digit: second.slice(29),
    },
  ],
});
