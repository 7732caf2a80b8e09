import { useEffect, useState } from "react";

/** Whether the browser has promised not to empty this phone's storage by itself. */
export type StoragePersistence = "asking" | "promised" | "notPromised";

/** Asks for the promise as soon as somebody is signed in; a browser that knows the app gives it without a question. */
export const useStoragePersistence = (): StoragePersistence => {
  const [persistence, setPersistence] = useState<StoragePersistence>("asking");
  useEffect(() => {
    let current = true;
    void askToPersist().then((isPromised) => {
      if (current) setPersistence(isPromised ? "promised" : "notPromised");
    });
    return () => {
      current = false;
    };
  }, []);
  return persistence;
};

/** Missing in WebKitGTK and old Safari: then nothing is promised. */
const askToPersist = async (): Promise<boolean> => {
  const { storage } = navigator as { readonly storage?: Partial<StorageManager> };
  try {
    return (await storage?.persisted?.()) === true || (await storage?.persist?.()) === true;
  } catch {
    return false;
  }
};
