import { bytesOf } from "./byte-string.ts";
import { openerFrom } from "./passphrase-key.ts";

/** A fingerprint instead of the passphrase: a secret that only the phone's own hardware makes. Source: WebAuthn Level 3, PRF. */
export type Passkey = {
  /** How the hardware finds it; says nothing about anybody. */
  readonly credential: string;
  readonly salt: string;
  /** The person's own key, sealed by the secret. */
  readonly box: string;
};

/** Asks for the fingerprint. Undefined where the volunteer declined, or the passkey is gone. */
export const keyFromPasskey = async ({
  credential,
  salt,
}: Pick<Passkey, "credential" | "salt">): Promise<CryptoKey | undefined> => {
  const found = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: "public-key", id: bytesOf(credential) }],
        userVerification: "required",
        extensions: { prf: { eval: { first: bytesOf(salt) } } },
      },
    }),
  );
  return found && keyOf(found);
};

/** Whether this browser may have one at all: PRF is found out only by trying. */
export const mayHavePasskey = async (): Promise<boolean> =>
  "credentials" in navigator &&
  typeof PublicKeyCredential !== "undefined" &&
  (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());

/** What the browser answers; undefined where the volunteer declined. */
export const asked = async (ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> => {
  try {
    return ((await ask()) as PublicKeyCredential | null) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Undefined where this browser has no PRF. */
export const keyOf = async (credential: PublicKeyCredential): Promise<CryptoKey | undefined> => {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return undefined;
  return openerFrom(first instanceof ArrayBuffer ? first : new Uint8Array(first.buffer), "passkey");
};
