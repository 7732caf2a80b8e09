import type { Document } from "../model/document.ts";

/** One unsent write as it is sealed for the server: who made it on which device, how that is proven, and where it belongs. */
export type SealedWrite = {
  readonly by: string;
  readonly device: string;
  /** The server gave it to this account on this device, and to nobody else. */
  readonly pass: string;
  readonly database: string;
  readonly document: Document;
};

/** A sealed write as it lies on the phone, travels, and stands in a rescue file: what it is sealed for, and the box in base64. */
export type SealedItem = { readonly key: string; readonly box: string };

/**
 * `<device> <name>`: the name is the phone's own for one document and tells nobody which. A newer version of the same document takes the place of
 * the older one.
 */
export const itemKey = (device: string, name: string): string => `${device} ${name}`;

/** `<device> <database>/<id>`, as phones wrote it before, and still do until the server has given them its key for `anyDatabase`. */
export const clearItemKey = (device: string, database: string, id: string): string => `${device} ${database}/${id}`;

/** For whom an item is sealed whose key does not say in which database it belongs. */
export const anyDatabase = "*";

export type ItemKey = {
  readonly device: string;
  /** Only where they stand in clear. */
  readonly place?: { readonly database: string; readonly id: string };
};

/** Nothing for what is no key. */
export const parseItemKey = (key: string): ItemKey | undefined => {
  const [, device, database, id] = /^([a-z0-9]{4,16}) (?:([a-z0-9-]+)\/(.+)|[.\w-]{16,60})$/.exec(key) ?? [];
  if (!device) return undefined;
  return database && id ? { device, place: { database, id } } : { device };
};

/** Binds what is sealed to its purpose. */
export const sealingPurpose = "prystan outbox 1";

/**
 * What the server did with an item. The phone lets go of what is in the database or in a lead's hands, and of nothing else. `unreadable` and
 * `tooLong` would be answered again however often it is sent.
 */
export type IngestOutcome = "taken" | "review" | "later" | "unreadable" | "tooLong";

export const isAcknowledged = (outcome: IngestOutcome): boolean => outcome === "taken" || outcome === "review";

export const isHopeless = (outcome: IngestOutcome): boolean => outcome === "unreadable" || outcome === "tooLong";

/** Most items in one request, and most characters of them. */
export const maxItems = 50;
export const maxCharacters = 2_000_000;
