import Dexie from "dexie";

/** Bytes that are given up when the phone is full, so that the form that is open just then can still be saved. */
export type StorageReserve = {
  /** False where there is no room for it. */
  allocate(): Promise<"laid" | "wasThere" | false>;
  /** Whether as much again would fit. */
  fits(): Promise<boolean>;
  /** True if there was something to give up. */
  release(): Promise<boolean>;
};

const size = 8 * 1024 * 1024;
/** The most that `getRandomValues` gives at once. */
const piece = 65_536;

/** In databases of their own: dropping a database gives its room back at once. */
export const openStorageReserve = (name = "prystan-ballast"): StorageReserve => {
  const trial = `${name}-trial`;
  return {
    allocate: async () => {
      if (await Dexie.exists(name)) return "wasThere";
      return (await fill(name)) && "laid";
    },
    fits: async () => {
      const fitted = await fill(trial);
      await Dexie.delete(trial);
      return fitted;
    },
    release: async () => {
      if (!(await Dexie.exists(name))) return false;
      await Dexie.delete(name);
      return true;
    },
  };
};

/** A database that does not fit leaves nothing behind. */
const fill = async (name: string): Promise<boolean> => {
  const database = new Dexie(name);
  database.version(1).stores({ bytes: "" });
  try {
    await database.table("bytes").put(new Blob([incompressible()]), "ballast");
    database.close();
    return true;
  } catch {
    database.close();
    await Dexie.delete(name).catch(nothingToDelete);
    return false;
  }
};

const nothingToDelete = () => {};

/** Zeros would be packed to nothing, and free nothing. */
const incompressible = (): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += piece) crypto.getRandomValues(bytes.subarray(at, at + piece));
  return bytes;
};
