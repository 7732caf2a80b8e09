import type { PrivateStore } from "./open-private-store.ts";

/** What renews the session, so that a volunteer is asked for the passphrase only to unlock. */
export type Credential = { readonly name: string; readonly password: string };

export const storedCredentialIn = ({ settings }: Pick<PrivateStore, "settings">) => ({
  keep: (credential: Credential): Promise<void> => settings.set("credential", credential),
  read: (): Promise<Credential | undefined> => settings.get<Credential>("credential"),
  forget: (): Promise<void> => settings.remove("credential"),
});
