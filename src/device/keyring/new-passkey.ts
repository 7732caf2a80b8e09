import { byteStringOf, bytesOf } from "./byte-string.ts";
import { asked, keyFromPasskey, keyOf, type Passkey } from "./passkey.ts";

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
