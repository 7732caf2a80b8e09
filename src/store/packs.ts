import {
  bookkeepingOf,
  contentOf,
  type DamagedRow,
  type OpenedRow,
  openRow,
  type RowCipher,
  type SealedRow,
} from "./envelope.ts";
import { databaseOf } from "./row.ts";

/**
 * Rows of one database in one box, each with its name on the disk. A box costs a call of WebCrypto whatever is in it: a phone with 5,000
 * people opens 150 packs and not 7,500 rows. Where the box of a row would be stands `@` and the id of its pack.
 */
export type Pack = { readonly id: string; readonly box: string };

/** The id of the pack in which a row lies. */
export const packOf = ({ box }: Pick<SealedRow, "box">): string | undefined =>
  box.startsWith(mark) ? box.slice(1) : undefined;

/** Seals rows into as few packs as their size allows. */
export const sealPacks = async (envelopes: RowCipher, rows: readonly OpenedRow[]) => {
  const items = await Promise.all(
    rows.map(async (row): Promise<Item> => {
      const name = await envelopes.nameOf(databaseOf(row), row.id);
      return { row, name, text: JSON.stringify([name, contentOf(row)]) };
    }),
  );
  const packs: Pack[] = [];
  const sealed = new Map<OpenedRow, SealedRow>();
  for (const group of groupsOf(items)) {
    const pack = await sealPack(envelopes, group);
    packs.push(pack);
    for (const { row, name } of group) sealed.set(row, { ...bookkeepingOf(row), id: name, box: mark + pack.id });
  }
  return { packs, sealed };
};

/** Opens rows, whether packed or in boxes of their own; `read` fetches packs by their ids. Those that do not open are damaged. */
export const openRows = async (
  envelopes: RowCipher,
  rows: readonly SealedRow[],
  read: (ids: readonly string[]) => Promise<readonly Pack[]>,
): Promise<Opened> => {
  const wanted = new Set(rows.flatMap((row) => packOf(row) ?? []));
  const contents: Contents = new Map(
    await Promise.all(
      (await read([...wanted])).map(async (pack) => [pack.id, await openPack(envelopes, pack)] as const),
    ),
  );
  const opened = rows.map((row) => {
    const pack = packOf(row);
    if (pack === undefined) return openRow(envelopes, row);
    const content = contents.get(pack)?.get(row.id);
    return content ? ({ ...bookkeepingOf(row), ...content } as OpenedRow) : { ...bookkeepingOf(row), damaged: row.box };
  });
  return { rows: await Promise.all(opened), contents };
};

/** What lies in packs, by their ids and the names of rows. */
export type Contents = ReadonlyMap<string, ReadonlyMap<string, object>>;

/** Rows in the order in which they were given, and what lies in the packs that were read for them. */
export type Opened = { readonly rows: readonly (OpenedRow | DamagedRow)[]; readonly contents: Contents };

/** Nothing where it does not open. */
const openPack = async (envelopes: RowCipher, { id, box }: Pack): Promise<ReadonlyMap<string, object>> => {
  try {
    return new Map(JSON.parse(await envelopes.openNamed(id, box)) as [string, object][]);
  } catch {
    return new Map();
  }
};

type Item = { readonly row: OpenedRow; readonly name: string; readonly text: string };

/** An id is a name like those of rows: on the disk it says as little, and by which key the pack opens. */
const sealPack = async (envelopes: RowCipher, items: readonly Item[]): Promise<Pack> => {
  const database = databaseOf((items[0] as Item).row);
  const id = await envelopes.nameOf(database, `pack:${crypto.randomUUID()}`);
  return { id, box: await envelopes.seal(database, id, `[${items.map(({ text }) => text).join()}]`) };
};

const groupsOf = (items: readonly Item[]): readonly (readonly Item[])[] => {
  const groups: Item[][] = [];
  const open = new Map<string, { group: Item[]; size: number }>();
  for (const item of items) {
    const database = databaseOf(item.row);
    let last = open.get(database);
    if (!last || last.size + item.text.length > most) {
      last = { group: [], size: 0 };
      open.set(database, last);
      groups.push(last.group);
    }
    last.group.push(item);
    last.size += item.text.length;
  }
  return groups;
};

const mark = "@";
/** Characters. Chromium keeps what is larger than 64 KiB in a file of its own, which takes several times as long to read; in UTF-8 most of it is one byte each. */
const most = 40_000;
