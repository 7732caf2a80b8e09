import { byteStringOf, bytesOf } from "./byte-string.ts";
import { openerFrom } from "./passphrase-key.ts";

/** A fingerprint instead of the passphrase: a secret that only the phone's own hardware makes. Source: WebAuthn Level 3, PRF. */
export type Passkey = {
  /** How the hardware finds it; says nothing about anybody. */
  readonly credential: string;
  readonly salt: string;
  /** The person's own key, sealed by the secret. */
  readonly box: string;
};

/** Makes a passkey on this phone, for a person whom it knows by a random name only. Undefined where the phone cannot, or the volunteer declined. */
export const newPasskey = async (holder: string, salt: string): Promise<NewPasskey | undefined> => {
  const name = `Prystan ${holder.slice(0, 4)}`;
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        rp: { name: "Prystan" },
        user: { id: new TextEncoder().encode(holder), name, displayName: name },
        pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key" as const, alg })),
        authenticatorSelection: { authenticatorAttachment: "platform", userVerification: "required" },
        extensions: { prf: { eval: { first: bytesOf(salt) } } },
      },
    }),
  );
  if (!credential) return undefined;
  const id = byteStringOf(new Uint8Array(credential.rawId));
  const key = (await keyOf(credential)) ?? (await keyFromPasskey({ credential: id, salt }));
  return key && { credential: id, salt, key };
};

export type NewPasskey = Omit<Passkey, "box"> & { readonly key: CryptoKey };

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

const asked = async (ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> => {
  try {
    return ((await ask()) as PublicKeyCredential | null) ?? undefined;
  } catch {
    return undefined;
  }
};

const keyOf = async (credential: PublicKeyCredential): Promise<CryptoKey | undefined> => {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return undefined;
  return openerFrom(first instanceof ArrayBuffer ? first : new Uint8Array(first.buffer), "passkey");
};
