import type { Id } from "./field.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * The id of a new document, made when its form opens so that saving twice saves once. Sortable by the millisecond it was made
 * (10 characters), then 80 random bits (16 characters). `random` are 16 bytes, of which 5 bits each are used.
 */
export const newId = <K extends string>(prefix: K, milliseconds: number, random: Uint8Array): Id<K> => {
  let [time, head] = [Math.floor(milliseconds), ""];
  for (let place = 0; place < 10; place += 1) {
    head = `${alphabet[time % 32]}${head}`;
    time = Math.floor(time / 32);
  }
  const tail = Array.from({ length: 16 }, (_, place) => alphabet[(random[place] ?? 0) % 32]).join("");
  return `${prefix}:${head}${tail}`;
};

/** The part behind the colon: what ids of derived documents are built from. */
export const keyOf = (id: string): string => id.slice(id.indexOf(":") + 1);
