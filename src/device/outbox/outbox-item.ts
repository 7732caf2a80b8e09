import type { SealedItem } from "../../domain/exchange/sealed-write.ts";
import type { Stamps } from "../../domain/merge/stamps.ts";

/** A sealed write as it lies on this phone. What stands beside the box says nothing of whom it is about. */
export type OutboxItem = SealedItem & {
  /** A `CopiedWrite`, sealed by whose write it is: the key says nothing. Missing where it came from elsewhere, or from an older app. */
  readonly note?: string;
  /** The same writes in clear, as older apps noted them. */
  readonly seen?: Stamps["seen"];
  /** Made of a row that had taken the place of a damaged one. What was copied before the damage is not. */
  readonly mended?: true;
  /** Circumstances under which the server could make nothing of it. */
  readonly unreadable?: readonly string[];
  /** What it was sealed for, where another item has its key. */
  readonly sealedFor?: string;
};

/** Which document an item was made of, and the writes that it holds, by which one can tell whether the server has them all. */
export type CopiedWrite = { readonly database: string; readonly id: string; readonly seen: Stamps["seen"] };

/** As it travels. */
export const sealedItemOf = ({ key, box, sealedFor }: OutboxItem): SealedItem => ({ key: sealedFor ?? key, box });

/** The same item beside the one that takes its key: neither is known to hold what the other does. Done twice, it is one. */
export const setAside = (item: OutboxItem): OutboxItem => {
  const sealedFor = item.sealedFor ?? item.key;
  return { ...item, key: `aside:${item.box.slice(0, 16)} ${sealedFor}`, sealedFor };
};
