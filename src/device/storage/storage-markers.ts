/** What this phone held of one account when it was last looked at; kept outside of IndexedDB, which a browser may empty. */
export type Marker = {
  /** The account's name in stamps on this phone: says nothing about a person. */
  readonly device: string;
  readonly unsent: number;
  /** ISO 8601. */
  readonly at: string;
};

export type Markers = {
  all(): readonly Marker[];
  put(marker: Marker): void;
  remove(device: string): void;
  /** Somebody signed out without a network: the server's session may still be there, and nothing is wrong. */
  signedOut: { get(): boolean; set(isSo: boolean): void };
};

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const prefix = "prystan:marker:";
const signedOut = "prystan:signed-out";

export const markersIn = (shelf: Shelf): Markers => ({
  all: () =>
    Array.from({ length: shelf.length }, (_, place) => shelf.key(place) ?? "")
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => markerOf(key.slice(prefix.length), shelf.getItem(key))),
  put: ({ device, unsent, at }) => write(shelf, `${prefix}${device}`, JSON.stringify({ unsent, at })),
  remove: (device) => shelf.removeItem(`${prefix}${device}`),
  signedOut: {
    get: () => shelf.getItem(signedOut) !== null,
    set: (isSo) => (isSo ? write(shelf, signedOut, "1") : shelf.removeItem(signedOut)),
  },
});

/** A full phone refuses here, too: an old number is better than no save. */
const write = (shelf: Shelf, key: string, text: string): void => {
  try {
    shelf.setItem(key, text);
  } catch {
    return;
  }
};

const markerOf = (device: string, text: string | null): readonly Marker[] => {
  try {
    const { unsent, at } = JSON.parse(text ?? "");
    return Number.isInteger(unsent) && typeof at === "string" ? [{ device, unsent, at }] : [];
  } catch {
    return [];
  }
};
