import { databaseOf, type Row } from "./row.ts";

/** Who can close and open envelopes: the keys of the person who unlocked the phone. */
export type RowCipher = {
  seal(database: string, place: string, text: string): Promise<string>;
  /** Rejects where the box was damaged or belongs to another place. */
  open(database: string, place: string, box: string): Promise<string>;
};

/** A row on the disk: RxDB's bookkeeping in clear, everything else in the box. */
export type SealedRow = Bookkeeping & { readonly box: string };

/** A row whose box does not open. It is shown, and never deleted: another app may know better. */
export type DamagedRow = Bookkeeping & { readonly damaged: string };

type Bookkeeping = {
  readonly id: string;
  readonly _deleted: boolean;
  readonly _rev: string;
  readonly _meta: { readonly lwt: number };
  readonly _attachments: object;
};

type Open = Bookkeeping & Row;

export const bookkeepingOf = ({ id, _deleted, _rev, _meta, _attachments }: Bookkeeping): Bookkeeping => ({
  id,
  _deleted,
  _rev,
  _meta,
  _attachments,
});

/** A damaged row that RxDB writes again as it is goes back into the box it came in. */
export const sealRow = async (envelopes: RowCipher, row: unknown): Promise<SealedRow> => {
  const { id, _deleted, _rev, _meta, _attachments, ...content } = row as Open & Partial<DamagedRow>;
  const isStillDamaged = content.document === undefined && content.damaged !== undefined;
  const box = isStillDamaged
    ? (content.damaged as string)
    : await envelopes.seal(databaseOf({ id }), id, JSON.stringify(content));
  return { id, _deleted, _rev, _meta, _attachments, box };
};

export const openRow = async (envelopes: RowCipher, row: SealedRow): Promise<Open | DamagedRow> => {
  const { id, box } = row;
  try {
    return { ...bookkeepingOf(row), ...JSON.parse(await envelopes.open(databaseOf({ id }), id, box)) };
  } catch {
    return { ...bookkeepingOf(row), damaged: box };
  }
};
