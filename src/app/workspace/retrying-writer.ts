import { isStorageFull } from "../../device/storage/is-storage-full.ts";
import { retry } from "../../device/storage/retry.ts";
import type { StorageGuard } from "../../device/storage/storage-guard.ts";
import type { Writer } from "../../store/writer.ts";

/** Milliseconds after which the screen says that nothing is saved yet. */
const patience = 2_000;

/**
 * A writer for phones that fail: a full one gives its ballast up, a lost connection is opened again and the save tried some more times,
 * and while a save takes long the person is told. What finally fails is thrown: the form stays, so that it is not taken for saved.
 */
export const retryingWriter = (
  writer: Writer,
  storageGuard: StorageGuard,
  onSaving: (isSaving: boolean) => void,
): Writer => {
  let waiting = 0;
  const said = (more: number) => {
    waiting += more;
    onSaving(waiting > 0);
  };
  const carefully = async <T>(write: () => Promise<T>): Promise<T> => {
    let isLong = false;
    const timer = setTimeout(() => {
      isLong = true;
      said(1);
    }, patience);
    try {
      return await storageGuard.save(() => retry(write, isLost));
    } finally {
      clearTimeout(timer);
      if (isLong) said(-1);
    }
  };
  return {
    add: (database, drafts) => carefully(() => writer.add(database, drafts)),
    change: (database, id, command) => carefully(() => writer.change(database, id, command)),
    beginAnew: (database, id, named) => carefully(() => writer.beginAnew(database, id, named)),
    bringIn: (database, documents) => carefully(() => writer.bringIn(database, documents)),
  };
};

/** A lost connection may be there again. Saving twice is saving once. */
const isLost = (error: unknown): boolean => !isStorageFull(error);
