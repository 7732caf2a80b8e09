import type { UnlockedKeys } from "../keyring/unlocked-keys.ts";
import type { SealedStore, Settings } from "../open-device.ts";
import { retry } from "../storage/retry.ts";

/** What one person left on this phone beside their records. All of it is sealed, and there only while they have unlocked it. */
export type PrivateStore = {
  readonly settings: Omit<Settings, "under" | "update">;
  readonly drafts: Drafts;
  /** Once nothing is being written any more. */
  idle(): Promise<void>;
};

export type Drafts = {
  read(id: string): Promise<Draft | undefined>;
  write(draft: Draft): Promise<void>;
  remove(id: string): Promise<void>;
  /** Unfinished forms, newest first. */
  all(): Promise<readonly Draft[]>;
};

/** A form as far as it was filled in. `savedAt` is the device's clock (ISO 8601). */
export type Draft = {
  readonly id: string;
  readonly form: string;
  readonly savedAt: string;
  readonly values: unknown;
};

export const openPrivateStore = (
  sealedStore: SealedStore,
  { holder, seal, open }: Pick<UnlockedKeys, "holder" | "seal" | "open">,
): PrivateStore => {
  const underWay = new Set<Promise<unknown>>();
  const opened = async <T>(key: string, box: string | undefined): Promise<T | undefined> => {
    try {
      return box === undefined ? undefined : (JSON.parse(await open(privateStoreKey, key, box)) as T);
    } catch {
      return undefined; // damaged: as if it had not been written, but never thrown away
    }
  };
  const read = async <T>(name: string): Promise<T | undefined> =>
    opened(name, await retry(() => sealedStore.get(`${holder} ${name}`), isLost));
  const write = (name: string, value: unknown): Promise<void> => {
    const writing = seal(privateStoreKey, name, JSON.stringify(value)).then((box) =>
      sealedStore.put(`${holder} ${name}`, box),
    );
    const settled = writing.then(nothing, nothing).finally(() => underWay.delete(settled));
    underWay.add(settled);
    return writing;
  };
  return {
    settings: {
      get: (key) => read(`setting ${key}`),
      set: (key, value) => write(`setting ${key}`, value),
      remove: (key) => sealedStore.remove(`${holder} setting ${key}`),
    },
    drafts: {
      read: (id) => read(`draft ${id}`),
      write: (draft) => write(`draft ${draft.id}`, draft),
      remove: (id) => sealedStore.remove(`${holder} draft ${id}`),
      all: async () => {
        const found = [...(await sealedStore.under(`${holder} draft `))];
        const drafts = await Promise.all(found.map(([id, box]) => opened<Draft>(`draft ${id}`, box)));
        return drafts.flatMap((draft) => draft ?? []).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
      },
    },
    idle: async () => void (await Promise.all(underWay)),
  };
};

/** The key for what is this phone's only, beside those of the databases. */
const privateStoreKey = "device";
const nothing = () => {};
/** Browsers drop the connection under the page. */
const isLost = () => true;
