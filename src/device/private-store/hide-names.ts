import { deviceOnly } from "../keyring/names-on-disk.ts";
import type { UnlockedKeys } from "../keyring/unlocked-keys.ts";
import type { SealedStore } from "../open-device.ts";
import { type Kind, nameOnShelf, saysSomething } from "./open-private-store.ts";

/** Writes what an older app left under clear names (`draft edit:person:…`, `setting since:site-…`) under hidden ones. Cut off, it goes on next time. */
export const hideNames = async (sealedStore: SealedStore, keys: UnlockedKeys): Promise<void> => {
  for (const [name, box] of await sealedStore.under(`${keys.holder} `)) {
    const [, kind, key = ""] = /^(setting|draft) (.*)$/s.exec(name) ?? [];
    if (!kind || isHidden(key) || !saysSomething(kind as Kind, key)) continue;
    const text = await keys.open(deviceOnly, name, box).catch(() => undefined);
    if (text === undefined) continue; // damaged: never thrown away
    const hidden = nameOnShelf(kind as Kind, await keys.nameOf(deviceOnly, key));
    await sealedStore.put(`${keys.holder} ${hidden}`, await keys.seal(deviceOnly, hidden, text));
    await sealedStore.remove(`${keys.holder} ${name}`);
  }
};

const isHidden = (key: string): boolean => key.startsWith(deviceOnly) && key.length === deviceOnly.length + 22;
