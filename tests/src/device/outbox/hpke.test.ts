import { expect, test } from "vitest";
import { type Bytes, openSealed, sealTo } from "../../../../src/device/outbox/hpke.ts";

const hex = (text: string): Bytes => Uint8Array.from(Buffer.from(text, "hex"));
const text = (words: string): Bytes => new TextEncoder().encode(words);

const privateKey = (raw: string): Promise<CryptoKey> => {
  const pkcs8 = hex(`302e020100300506032b656e04220420${raw}`);
  return crypto.subtle.importKey("pkcs8", pkcs8, "X25519", false, ["deriveBits"]);
};

/** RFC 9180, appendix A.1.1: base mode, X25519, HKDF-SHA256, AES-128-GCM, sequence number 0. */
const published = {
  info: hex("4f6465206f6e2061204772656369616e2055726e"),
  aad: text("Count-0"),
  privateKey: "4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8",
  publicKey: hex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d"),
  enc: hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
  ciphertext: hex("f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a"),
  plaintext: "Beauty is truth, truth beauty",
};

const recipient = async () => ({
  privateKey: await privateKey(published.privateKey),
  publicKey: published.publicKey,
});

test("What RFC 9180 sealed is opened", async () => {
  const { enc, ciphertext, info, aad } = published;
  const opened = await openSealed(await recipient(), { enc, ciphertext }, info, aad, 16);
  expect(new TextDecoder().decode(opened)).toBe(published.plaintext);
});

test("What is sealed to a key opens with it, and twice sealed is never the same", async () => {
  const [info, aad] = [text("prystan outbox 1"), text("site-medyka/person:1")];
  const one = await sealTo(published.publicKey, info, aad, text("Олена"));
  const two = await sealTo(published.publicKey, info, aad, text("Олена"));
  expect(one.ciphertext).not.toEqual(two.ciphertext);
  expect(new TextDecoder().decode(await openSealed(await recipient(), one, info, aad))).toBe("Олена");
});

test("Nothing opens that was changed by a bit, stands at another place, or was sealed to another key", async () => {
  const [info, aad] = [text("prystan outbox 1"), text("site-medyka/person:1")];
  const { enc, ciphertext } = await sealTo(published.publicKey, info, aad, text("x"));
  const bent = ciphertext.with(0, (ciphertext[0] ?? 0) ^ 1);
  await expect(openSealed(await recipient(), { enc, ciphertext: bent }, info, aad)).rejects.toThrow();
  await expect(openSealed(await recipient(), { enc, ciphertext }, info, text("elsewhere"))).rejects.toThrow();
  await expect(openSealed(await recipient(), { enc, ciphertext }, text("other"), aad)).rejects.toThrow();
  const other = { privateKey: await privateKey(`${"00".repeat(31)}42`), publicKey: published.publicKey };
  await expect(openSealed(other, { enc, ciphertext }, info, aad)).rejects.toThrow();
});

test("X25519 of WebCrypto is RFC 7748's (section 6.1)", async () => {
  const alice = await privateKey("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
  const bob = await crypto.subtle.importKey("raw", hex(bobPublic), "X25519", false, []);
  const secret = await crypto.subtle.deriveBits({ name: "X25519", public: bob }, alice, 256);
  expect(Buffer.from(secret).toString("hex")).toBe("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
});

const bobPublic = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";
