import { openDevice } from "../../../src/device/open-device.ts";
import { checkpointsIn, inDoubtIn } from "../../../src/device/private-store/checkpoints.ts";
import { openPrivateStore } from "../../../src/device/private-store/open-private-store.ts";
import type { SyncStatus } from "../../../src/session/use-session.ts";
import { openStore, type Store } from "../../../src/store/open-store.ts";
import { sealedStorage } from "../../../src/store/sealed-storage.ts";
import { strictStorage } from "../../../src/store/strict-storage.ts";
import { refreshAccount } from "../../../src/sync/connection/account.ts";
import { connectTo } from "../../../src/sync/connection/server.ts";
import { type Sync, startSync } from "../../../src/sync/engine.ts";
import { madeKeys } from "./made-keys.ts";

/** The real store, device and engine, put together as `src/app/workspace/open-workspace.ts` does, without screens. */
export type OurPhone = { readonly store: Store; readonly sync: Sync };

export const openOurPhone = async (
  name: string,
  onStatus: (status: Partial<SyncStatus>) => void,
  isSealed = true,
): Promise<OurPhone> => {
  const server = connectTo("/db", (path, init) => fetch(path, init));
  const account = await refreshAccount(server, name);
  if (!account.ok) throw new Error(`nobody is signed in: ${account.error.type}`);
  const now = () => new Date().toISOString();
  const author = () => ({ by: name, device: deviceIn(name), at: now() });
  const keys = await madeKeys();
  const storage = isSealed ? sealedStorage(strictStorage(), keys) : strictStorage();
  const store = await openStore({ name: "prystan-bench", storage, author });
  const privateStore = openPrivateStore(openDevice().sealedStore, keys);
  const sync = startSync({
    server,
    store,
    account: account.value,
    onAccount: () => {},
    checkpoints: checkpointsIn(privateStore),
    unanswered: inDoubtIn(privateStore),
    report: onStatus,
    storageGuard: { hasSpace: async () => true, reportFull: async () => {} },
    clock: {
      setTimeout: (call, wait) => window.setTimeout(call, wait),
      clearTimeout: (timer) => window.clearTimeout(timer),
    },
    random: Math.random,
    isHidden: () => document.visibilityState === "hidden",
    untilShown: async () => {},
    untilDrawn: async () => {},
    now,
  });
  return { store, sync };
};

/** `bench3` → `bench003`: eight characters, as the app makes them. */
const deviceIn = (name: string): string => name.replace(/\d+$/, (digits) => digits.padStart(3, "0")).slice(-8);
