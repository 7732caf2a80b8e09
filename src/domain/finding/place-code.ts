import { latinCapitalFor } from "../names/look-alikes.ts";

/**
 * Whether a text that is typed to find a bed means the bed of this code: all of the code, with or without the room's before it, whatever stands between (`A/12`,
 * `a12`, `А 12` in Cyrillic letters), or its last number alone (`12`).
 */
export const meansBed = (typed: string, bed: string, room: string | undefined): boolean => {
  const wanted = withoutSigns(typed);
  if (!/\d/.test(wanted)) return false;
  const codes = [bed, ...(room ? [`${room}${bed}`, `${room} ${bed}`] : [])];
  if (codes.some((code) => withoutSigns(code) === wanted)) return true;
  return /^\d{1,3}$/.test(wanted) && Number(/(\d+)\D*$/.exec(bed)?.[1]) === Number(wanted);
};

/** In capitals, in the languages of the app: any other word before a number is a name, and the number an age. */
const bedWords =
  /(?<!\p{L})(?:BEDS?|ROOM|ЛІЖКО|МІСЦЕ|КІМНАТА|КІМН|ŁÓŻKO|LOZKO|POKÓJ|POKOJ|MIEJSCE|КРОВАТЬ|КОЙКА|МЕСТО|КОМНАТА)(?!\p{L})\.?/gu;

/** In Latin capitals: letters of both alphabets that look alike are typed for each other. A word for bed or room before the code (`bed 12`, `ліжко 12`) says nothing. */
const withoutSigns = (text: string): string =>
  [...text.toUpperCase().replace(bedWords, "")]
    .map((letter) => latinCapitalFor[letter] ?? letter)
    .join("")
    .replace(/[^\p{L}\d]/gu, "");
