/**
 * True when a database cannot have come from `before` to `after` by writing only: its counter went back, or it is another life of
 * it (the embedded store names the life behind the number; CouchDB's own text is opaque and only its number is compared).
 */
export const isEarlierSequence = (after: string, before: string): boolean => {
  if (before === "0") return false;
  const [one, other] = [parts(after), parts(before)];
  return one.number < other.number || (one.life !== other.life && isLife(one.life) && isLife(other.life));
};

const parts = (sequence: string) => {
  const [number = "", ...life] = sequence.split("-");
  return { number: Number.parseInt(number, 10), life: life.join("-") };
};

const isLife = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);
