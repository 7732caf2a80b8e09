import type { Outbox } from "../../device/outbox/open-outbox.ts";
import type { OutboxItem } from "../../device/outbox/outbox-item.ts";

/**
 * Under which circumstances the server could make nothing of an item, so that it is not sent again with every save: who hands it in, with what
 * rights, to which keys, by which app. The outbox keeps it; in this visit it is known, too, where the phone was too full to write it down.
 */
export const unreadableItems = (outbox: Outbox) => {
  const known = toldInThisVisit.get(outbox) ?? new Map<string, ReadonlySet<string>>();
  toldInThisVisit.set(outbox, known);
  return {
    isToldUnder: (item: OutboxItem, circumstances: string): boolean =>
      item.unreadable?.includes(circumstances) === true || known.get(nameOf(item))?.has(circumstances) === true,
    tell: (items: readonly OutboxItem[], circumstances: string): void => {
      for (const item of items) known.set(nameOf(item), new Set([...(known.get(nameOf(item)) ?? []), circumstances]));
    },
  };
};

/** For as long as the page has this outbox open. */
const toldInThisVisit = new WeakMap<Outbox, Map<string, ReadonlySet<string>>>();

/** A box begins with 32 bytes that no other has. */
const nameOf = ({ key, box }: OutboxItem): string => `${key} ${box.length} ${box.slice(0, 44)}`;

/** Names the circumstances and says nothing of them. */
export const circumstancesOf = async (parts: readonly unknown[]): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(parts)));
  return btoa(String.fromCharCode(...new Uint8Array(digest).subarray(0, 16)));
};
