import { databaseOf, type Row } from "./row.ts";

/** Who can name, close and open envelopes: the keys of the person who unlocked the phone. */
export type RowCipher = {
  /** What a row is called on the disk, which says nothing of it; always the same. */
  nameOf(database: string, id: string): Promise<string>;
  /** A box for what goes by this name. */
  seal(database: string, name: string, text: string): Promise<string>;
  /** Rejects where the box was damaged or belongs to another name. */
  openNamed(name: string, box: string): Promise<string>;
};

/** A row on the disk: its name and RxDB's bookkeeping, everything else in its box or in a pack (`packs.ts`), its id included. */
export type SealedRow = Bookkeeping & { readonly box: string };

/** A row whose box does not open; `id` is its name on the disk where nobody asked for it by id. It is never deleted: another app may know better. */
export type DamagedRow = Bookkeeping & { readonly damaged: string };

type Bookkeeping = {
  readonly id: string;
  readonly _deleted: boolean;
  readonly _rev: string;
  readonly _meta: { readonly lwt: number };
  readonly _attachments: object;
};

export type OpenedRow = Bookkeeping & Row;

export const bookkeepingOf = ({ id, _deleted, _rev, _meta, _attachments }: Bookkeeping): Bookkeeping => ({
  id,
  _deleted,
  _rev,
  _meta,
  _attachments,
});

/** What goes into the box. */
export const contentOf = ({ _deleted, _rev, _meta, _attachments, ...content }: OpenedRow): Row => content;

/** A damaged row that RxDB writes again as it is goes back into the box it came in. */
export const sealRow = async (envelopes: RowCipher, name: string, row: unknown): Promise<SealedRow> => {
  const content: Row & Partial<DamagedRow> = contentOf(row as OpenedRow);
  const isStillDamaged = content.document === undefined && content.damaged !== undefined;
  const box = isStillDamaged
    ? (content.damaged as string)
    : await envelopes.seal(databaseOf(content), name, JSON.stringify(content));
  return { ...bookkeepingOf(row as OpenedRow), id: name, box };
};

export const openRow = async (envelopes: RowCipher, row: SealedRow): Promise<OpenedRow | DamagedRow> => {
  try {
    return { ...bookkeepingOf(row), ...JSON.parse(await envelopes.openNamed(row.id, row.box)) };
  } catch {
    return { ...bookkeepingOf(row), damaged: row.box };
  }
};
