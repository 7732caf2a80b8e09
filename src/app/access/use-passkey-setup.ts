import { useEffect, useState } from "react";
import type { Keyring } from "../../device/keyring/open-keyring.ts";
import { mayHavePasskey } from "../../device/keyring/passkey.ts";
import { normalizePassphrase } from "../../domain/rights/normalize-passphrase.ts";
import type { PasskeySetup } from "../../features/settings/passkey-section.tsx";

export const usePasskeySetup = (keyring: Keyring, holder: string): Omit<PasskeySetup, "pin"> => {
  const [may, setMay] = useState(false);
  useEffect(() => void mayHavePasskey().then(setMay, () => setMay(false)), []);
  return {
    mayHavePasskey: may,
    addPasskey: (passphrase) => keyring.addPasskey(holder, normalizePassphrase(passphrase)),
  };
};
