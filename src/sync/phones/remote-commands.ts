import { err, ok } from "../../domain/model/result.ts";
import type { Answer, Server } from "../connection/server.ts";

/** What the server wants of a phone, and until when (ISO 8601) it lets its person read; null: no longer. */
export type RemoteCommand = { readonly order: "none" | "wipe"; readonly leaseUntil: string | null };

/** One person's name in stamps on this phone, and what lets it ask about itself. */
export type DeviceToken = { readonly device: string; readonly contact: string };

/**
 * Asks for orders. One that does not prove to be the server's answer to just this question (forged, of another phone, repeated) is no
 * answer.
 */
export const fetchRemoteCommand = async (
  server: Server,
  { device, contact }: DeviceToken,
): Promise<Answer<RemoteCommand>> => {
  const nonce = crypto.randomUUID();
  const answer = await server.post<RemoteCommand & { readonly proof: string }>("_phone/contact", {
    device,
    pass: contact,
    nonce,
  });
  if (!answer.ok) return answer;
  const { order, leaseUntil, proof } = answer.value;
  const isGenuine = typeof proof === "string" && (await isProof(contact, proof, [nonce, order, leaseUntil]));
  return isGenuine ? ok({ order, leaseUntil }) : err({ type: "later" });
};

const isProof = async (contact: string, proof: string, said: readonly unknown[]): Promise<boolean> => {
  const encoder = new TextEncoder();
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(contact), hmac, false, ["verify"]);
  const binary = atob(proof.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (byte) => byte.charCodeAt(0));
  return crypto.subtle.verify("HMAC", key, bytes, encoder.encode(JSON.stringify(said)));
};
