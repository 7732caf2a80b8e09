/** What this phone held of one account when it was last looked at; kept outside of IndexedDB, which a browser may empty. */
export type StorageMarker = {
  /** The account's name in stamps on this phone: says nothing about a person. */
  readonly device: string;
  readonly unsent: number;
  /** ISO 8601. */
  readonly at: string;
};

export type StorageMarkers = {
  all(): readonly StorageMarker[];
  put(marker: StorageMarker): void;
  remove(device: string): void;
  /** The account signed out without a network: the server's session may still be there, and nothing is wrong. */
  signedOut: { get(): boolean; set(isSo: boolean): void };
};

type WebStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const prefix = "prystan:marker:";
const signedOut = "prystan:signed-out";

export const storageMarkersIn = (storage: WebStorage): StorageMarkers => ({
  all: () =>
    Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "")
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => markerOf(key.slice(prefix.length), storage.getItem(key))),
  put: ({ device, unsent, at }) => write(storage, `${prefix}${device}`, JSON.stringify({ unsent, at })),
  remove: (device) => storage.removeItem(`${prefix}${device}`),
  signedOut: {
    get: () => storage.getItem(signedOut) !== null,
    set: (isSo) => (isSo ? write(storage, signedOut, "1") : storage.removeItem(signedOut)),
  },
});

/** A full phone refuses here, too: an old number is better than no save. */
const write = (storage: WebStorage, key: string, text: string): void => {
  try {
    storage.setItem(key, text);
  } catch {
    return;
  }
};

const markerOf = (device: string, text: string | null): readonly StorageMarker[] => {
  try {
    const { unsent, at } = JSON.parse(text ?? "");
    return Number.isInteger(unsent) && typeof at === "string" ? [{ device, unsent, at }] : [];
  } catch {
    return [];
  }
};
