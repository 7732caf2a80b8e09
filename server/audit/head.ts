import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { ChainTip } from "./entry.ts";

/** Where the chain stood at one moment, signed (Ed25519). `key` and `signature` are base64url, `at` ISO 8601. */
export type Head = ChainTip & { readonly at: string; readonly key: string; readonly signature: string };

export const signHead = ({ n, hash }: ChainTip, at: string, key: KeyObject): Head => ({
  n,
  hash,
  at,
  key: publicTextOf(key),
  signature: sign(null, messageOf({ n, hash, at }), key).toString("base64url"),
});

/** Whether the key that the head names has signed it. Whose key that is, the caller has to know. */
export const verifyHead = ({ key, signature, ...head }: Head): boolean => {
  try {
    const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: key }, format: "jwk" });
    return verify(null, messageOf(head), publicKey, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
};

/** One line for a mail or a sheet of paper. */
export const headText = ({ n, hash, at, key, signature }: Head): string =>
  `prystan-audit ${n} ${hash} ${at} ${key} ${signature}`;

/** Every head in a text, wherever it was wrapped. */
export const readHeads = (text: string): readonly Head[] =>
  [...text.matchAll(spelled)].map(([, n, hash = "", at = "", key = "", signature = ""]) => ({
    n: Number(n),
    hash,
    at,
    key,
    signature,
  }));

const spelled = /prystan-audit\s+(\d{1,15})\s+([0-9a-f]{64})\s+(\S{20,30})\s+([\w-]{43})\s+([\w-]{86})(?![\w-])/g;

export const publicTextOf = (key: KeyObject): string => createPublicKey(key).export({ format: "jwk" }).x ?? "";

const messageOf = ({ n, hash, at }: ChainTip & { readonly at: string }): Buffer =>
  Buffer.from(`prystan-audit-head\n${n}\n${hash}\n${at}`);
