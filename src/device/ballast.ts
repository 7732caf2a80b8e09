import Dexie from "dexie";

/** Bytes that are given up when the phone is full, so that the form that is open just then can still be saved. */
export type Ballast = {
  /** True once it lies there; false where there is no room for it. */
  lay(): Promise<boolean>;
  /** True if there was something to give up. */
  free(): Promise<boolean>;
};

const size = 8 * 1024 * 1024;
/** The most that `getRandomValues` gives at once. */
const piece = 65_536;

/** In a database of its own: dropping a database gives its room back at once. */
export const openBallast = (name = "prystan-ballast"): Ballast => {
  const open = () => {
    const database = new Dexie(name);
    database.version(1).stores({ bytes: "" });
    return database;
  };
  const isThere = () => Dexie.exists(name);
  return {
    lay: async () => {
      if (await isThere()) return true;
      const database = open();
      try {
        await database.table("bytes").put(new Blob([incompressible()]), "ballast");
        return true;
      } catch {
        database.close();
        await Dexie.delete(name).catch(() => {});
        return false;
      } finally {
        database.close();
      }
    },
    free: async () => {
      if (!(await isThere())) return false;
      await Dexie.delete(name);
      return true;
    },
  };
};

/** Zeros would be packed to nothing, and free nothing. */
const incompressible = (): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += piece) crypto.getRandomValues(bytes.subarray(at, at + piece));
  return bytes;
};
