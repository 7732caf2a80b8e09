import { deviceOnly } from "../keyring/names-on-disk.ts";
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
  { holder, nameOf, seal, open }: Pick<UnlockedKeys, "holder" | "nameOf" | "seal" | "open">,
): PrivateStore => {
  const underWay = new Set<Promise<unknown>>();
  const opened = async <T>(name: string, box: string | undefined): Promise<T | undefined> => {
    try {
      return box === undefined ? undefined : (JSON.parse(await open(deviceOnly, name, box)) as T);
    } catch {
      return undefined; // damaged: as if it had not been written, but never thrown away
    }
  };
  const named = async (kind: Kind, key: string): Promise<string> =>
    nameOnShelf(kind, saysSomething(kind, key) ? await nameOf(deviceOnly, key) : key);
  const read = async <T>(kind: Kind, key: string): Promise<T | undefined> => {
    const name = await named(kind, key);
    return opened(name, await retry(() => sealedStore.get(`${holder} ${name}`), isLost));
  };
  const write = (kind: Kind, key: string, value: unknown): Promise<void> => {
    const writing = named(kind, key).then(async (name) =>
      sealedStore.put(`${holder} ${name}`, await seal(deviceOnly, name, JSON.stringify(value))),
    );
    const settled = writing.then(nothing, nothing).finally(() => underWay.delete(settled));
    underWay.add(settled);
    return writing;
  };
  const remove = async (kind: Kind, key: string): Promise<void> =>
    sealedStore.remove(`${holder} ${await named(kind, key)}`);
  return {
    settings: {
      get: (key) => read("setting", key),
      set: (key, value) => write("setting", key, value),
      remove: (key) => remove("setting", key),
    },
    drafts: {
      // One page may open what another has just left: as it was left.
      read: async (id) => {
        await Promise.all(underWay);
        return read("draft", id);
      },
      write: (draft) => write("draft", draft.id, draft),
      remove: (id) => remove("draft", id),
      all: async () => {
        const found = [...(await sealedStore.under(`${holder} draft `))];
        const drafts = await Promise.all(found.map(([name, box]) => opened<Draft>(nameOnShelf("draft", name), box)));
        return drafts.flatMap((draft) => draft ?? []).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
      },
    },
    idle: async () => void (await Promise.all(underWay)),
  };
};

export type Kind = "setting" | "draft";

/** Behind the holder. A key that says something stands there as `nameOf` hides it. */
export const nameOnShelf = (kind: Kind, key: string): string => `${kind} ${key}`;

/** Drafts are called by records, and some settings by databases (`since:trip-…`); `account` says nothing, and an older app must find it. */
export const saysSomething = (kind: Kind, key: string): boolean => kind === "draft" || key.includes(":");

const nothing = () => {};
/** Browsers drop the connection under the page. */
const isLost = () => true;
