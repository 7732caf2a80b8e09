import type { Settings } from "./open-device.ts";

/**
 * What renews the session, so that a volunteer is asked for the passphrase once. Kept encrypted under a key that scripts cannot
 * read out of the browser. That is no protection against a copy of the disk: until the vault wraps it under the passphrase
 * itself it is worth what the unencrypted store beside it is worth.
 */
export const credentialsIn = (settings: Settings) => ({
  keep: async (name: string, password: string): Promise<void> => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(password));
    await settings.set(settingOf(name), { key, iv, sealed } satisfies Kept);
  },
  read: async (name: string): Promise<{ name: string; password: string } | undefined> => {
    const kept = await settings.get<Kept>(settingOf(name));
    if (!kept) return undefined;
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, kept.key, kept.sealed);
    return { name, password: new TextDecoder().decode(opened) };
  },
  forget: (name: string): Promise<void> => settings.remove(settingOf(name)),
});

type Kept = { readonly key: CryptoKey; readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer };

const settingOf = (name: string): string => `credential:${name}`;
