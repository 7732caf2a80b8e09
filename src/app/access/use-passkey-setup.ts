import { useEffect, useState } from "react";
import type { Keyring, Locked } from "../../device/keyring/open-keyring.ts";
import { mayHavePasskey } from "../../device/keyring/passkey.ts";
import { normalizePassphrase } from "../../domain/rights/normalize-passphrase.ts";
import type { PasskeySetup } from "../../features/settings/passkey-section.tsx";

export const usePasskeySetup = (keyring: Keyring, holder: string): Omit<PasskeySetup, "pin"> => {
  const [known, setKnown] = useState({ mayHavePasskey: false, hasPasskey: false });
  useEffect(() => {
    const asked = Promise.all([mayHavePasskey(), keyring.last()]);
    const hasOne = (last?: Locked) => last?.holder === holder && last.hasPasskey;
    asked.then(([may, last]) => setKnown({ mayHavePasskey: may, hasPasskey: hasOne(last) }), leftOut);
  }, [keyring, holder]);
  return {
    ...known,
    addPasskey: (passphrase) => keyring.addPasskey(holder, normalizePassphrase(passphrase)),
  };
};

const leftOut = () => {};
