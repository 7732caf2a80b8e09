import type { PrivateStore } from "../../device/private-store/open-private-store.ts";
import type { SessionProof } from "../../sync/connection/session-proof.ts";

/** Goes on with the session that this person had before the page was locked, and keeps the secret of each new one, sealed. */
export const keepSessionProof = async (
  proof: SessionProof,
  { settings }: Pick<PrivateStore, "settings">,
): Promise<void> => {
  const keep = (secret: string) => settings.set("session", secret);
  proof.onNew((secret) => void keep(secret).catch(signsInAgain));
  const now = proof.current();
  const kept = now ?? (await settings.get<string>("session"));
  if (now !== undefined) await keep(now);
  else if (kept !== undefined) proof.resume(kept);
};

const signsInAgain = () => {};
