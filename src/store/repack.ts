import { isTombstone } from "../domain/model/kind.ts";
import type { OpenedRow, RowCipher, SealedRow } from "./envelope.ts";
import type { PackShelf } from "./pack-shelf.ts";
import { type Opened, openRows, packOf, sealPacks } from "./packs.ts";
import type { Row } from "./row.ts";

/**
 * Packs anew what is left of worn packs, then rows that came to lie in boxes of their own. Each step is one transaction, which does nothing
 * where one of its rows was written meanwhile. False where a worn pack is left so: then rows in boxes of their own stay there, too, by which the
 * next start sees that there is work. One at a time for a shelf: what was read must not be packed by another.
 */
export const repack = async (shelf: PackShelf, envelopes: RowCipher): Promise<boolean> => {
  const { rows: sealed, packs } = await shelf.whole();
  const opened = await openRows(envelopes, sealed, async () => packs);
  const move = async (places: readonly number[], gone: readonly string[]): Promise<boolean> => {
    const rows = places.map((place) => opened.rows[place] as OpenedRow);
    const packed = await sealPacks(envelopes, rows);
    const moves = rows.map((row, at) => ({
      from: sealed[places[at] ?? 0] as SealedRow,
      box: packed.sealed.get(row)?.box ?? "",
    }));
    return shelf.move(moves, packed.packs, gone);
  };
  let isWhole = true;
  for (const pack of wornPacks(sealed, opened)) isWhole = (await move(placesIn(sealed, pack), [pack])) && isWhole;
  if (!isWhole) return false;
  const loose = looseRows(sealed, opened);
  for (let from = 0; from < loose.length; from += step) await move(loose.slice(from, from + step), []);
  return true;
};

/**
 * Packs of which at least half was written again since, or that hold what one of their people was before they were erased. One that does not open
 * is left as it is.
 */
const wornPacks = (sealed: readonly SealedRow[], { rows, contents }: Opened): readonly string[] => {
  const placeOf = new Map(sealed.map(({ id }, place) => [id, place]));
  const isErased = (place: number | undefined) => place === undefined || isTombstone(documentIn(rows, place));
  return [...contents].flatMap(([pack, content]) => {
    const places = [...content.keys()].map((name) => placeOf.get(name));
    const gone = places.filter((place) => place === undefined || packOf(sealed[place] as SealedRow) !== pack);
    return gone.length > 0 && (gone.length * 2 >= content.size || gone.some(isErased)) ? [pack] : [];
  });
};

const placesIn = (sealed: readonly SealedRow[], pack: string): readonly number[] =>
  sealed.flatMap((row, place) => (packOf(row) === pack ? [place] : []));

/** What is unsent is written again soon. */
const looseRows = (sealed: readonly SealedRow[], { rows }: Opened): readonly number[] =>
  sealed.flatMap((row, place) =>
    packOf(row) === undefined && (rows[place] as Partial<Row> | undefined)?.sent ? [place] : [],
  );

const documentIn = (rows: Opened["rows"], place: number) => (rows[place] as Partial<Row> | undefined)?.document;

/** Rows that one transaction moves. */
const step = 200;
