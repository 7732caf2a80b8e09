import { useEffect, useState } from "react";
import type { Keyring } from "../../device/keyring/open-keyring.ts";
import { mayHavePasskey } from "../../device/keyring/passkey.ts";
import { wordsIn } from "../../domain/rights/normalize-passphrase.ts";
import type { Unlocking } from "../../features/settings/passkey-section.tsx";

export const useUnlocking = (keyring: Keyring, holder: string): Unlocking => {
  const [may, setMay] = useState(false);
  useEffect(() => void mayHavePasskey().then(setMay, () => setMay(false)), []);
  return { mayHavePasskey: may, addPasskey: (passphrase) => keyring.addPasskey(holder, wordsIn(passphrase)) };
};
