import type { Outbox } from "../../device/outbox/open-outbox.ts";
import type { OutboxItem } from "../../device/outbox/outbox-item.ts";

/**
 * Under which circumstances the server could make nothing of an item, so that it is not sent again with every save: who hands it in, with what
 * rights, to which keys, by which app. The outbox keeps it; in this visit it is known, too, where the phone was too full to write it down.
 */
export const unreadableItems = (outbox: Outbox) => {
  const told = toldInThisVisit.get(outbox) ?? new Set<string>();
  toldInThisVisit.set(outbox, told);
  return {
    isToldUnder: (item: OutboxItem, circumstances: string): boolean =>
      item.unreadable?.includes(circumstances) || told.has(nameOf(item, circumstances)),
    tell: (items: readonly OutboxItem[], circumstances: string): void => {
      for (const item of items) told.add(nameOf(item, circumstances));
    },
  };
};

/** For as long as the page has this outbox open. */
const toldInThisVisit = new WeakMap<Outbox, Set<string>>();

/** A box begins with 32 bytes that no other has. */
const nameOf = ({ key, box }: OutboxItem, circumstances: string): string =>
  `${circumstances} ${key} ${box.slice(0, 44)}`;

/** Names the circumstances and says nothing of them. */
export const circumstancesOf = async (parts: readonly unknown[]): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(parts)));
  return btoa(String.fromCharCode(...new Uint8Array(digest).subarray(0, 16)));
};
