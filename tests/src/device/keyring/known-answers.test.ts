import { argon2id } from "hash-wasm";
import { expect, test } from "vitest";
import { open, seal } from "../../../../src/device/keyring/aes-gcm.ts";
import { byteStringOf, bytesOf } from "../../../../src/device/keyring/byte-string.ts";
import { freshDerivation } from "../../../../src/device/keyring/derivation-settings.ts";

const hex = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as ArrayBuffer).toString("hex");
const unhex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));

test("Argon2id: the reference implementation's vectors (phc-winner-argon2, test.c, version 0x13)", async () => {
  const hash = (password: string, salt: string, memorySize: number, iterations: number, parallelism: number) =>
    argon2id({ password, salt, memorySize, iterations, parallelism, hashLength: 32, outputType: "hex" });
  expect(await hash("password", "somesalt", 65_536, 2, 1)).toBe(
    "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
  );
  expect(await hash("password", "somesalt", 256, 2, 2)).toBe(
    "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
  );
  expect(await hash("differentpassword", "somesalt", 65_536, 2, 1)).toBe(
    "0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
  );
});

test("HKDF-SHA-256: RFC 5869, test case 1", async () => {
  const key = await crypto.subtle.importKey("raw", unhex("0b".repeat(22)), "HKDF", false, ["deriveBits"]);
  const parameters = { salt: unhex("000102030405060708090a0b0c"), info: unhex("f0f1f2f3f4f5f6f7f8f9") };
  expect(hex(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", ...parameters }, key, 336))).toBe(
    "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
  );
});

test("AES-256-GCM: McGrew and Viega, test case 16, with additional data", async () => {
  const raw = unhex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt"]);
  const parameters = {
    iv: unhex("cafebabefacedbaddecaf888"),
    additionalData: unhex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
  };
  const text = unhex(
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
  );
  expect(hex(await crypto.subtle.encrypt({ name: "AES-GCM", ...parameters }, key, text))).toBe(
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662" +
      "76fc6ece0f4e1768cddf8853bb2d551b",
  );
});

test("A box of either version is opened; one that is relabelled as the other is not, nor one of a version nobody knows", async () => {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const sealedFor = async (place: string) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const parameters = { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(`prystan ${place}`) };
    const sealed = await crypto.subtle.encrypt(parameters, key, new TextEncoder().encode("Оля"));
    return byteStringOf(iv) + byteStringOf(new Uint8Array(sealed));
  };
  const [one, two] = [await sealedFor("here"), await sealedFor("\u0002 here")];
  expect(await open(key, "here", `\u0001${one}`)).toBe("Оля");
  expect(await open(key, "here", `\u0002${two}`)).toBe("Оля");
  await expect(open(key, "here", `\u0002${one}`)).rejects.toThrow();
  await expect(open(key, "here", `\u0001${two}`)).rejects.toThrow();
  await expect(open(key, "here", `\u0003${two}`)).rejects.toThrow("known version");
  expect((await seal(key, "here", "Оля")).charAt(0)).toBe("\u0001");
});

test("A box: version, 12 bytes that never repeat, ciphertext, 16 bytes of tag; every single bit of it matters", async () => {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const box = await seal(key, "here", "Оля 😀");
  const length = new TextEncoder().encode("Оля 😀").length;
  expect(bytesOf(box).length).toBe(1 + 12 + length + 16);
  expect(byteStringOf(bytesOf(box))).toBe(box);
  expect(await open(key, "here", box)).toBe("Оля 😀");
  for (let bit = 0; bit < box.length * 8; bit += 1) {
    const bytes = bytesOf(box);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    await expect(open(key, "here", byteStringOf(bytes))).rejects.toThrow();
  }
  const many = await Promise.all(Array.from({ length: 2_000 }, () => seal(key, "here", "")));
  expect(new Set(many.map((one) => one.slice(1, 13))).size).toBe(2_000);
});

test("The cost of guessing is the one that was decided: 64 MiB, three passes, one lane", () => {
  expect(freshDerivation("salt")).toEqual({ version: 1, memory: 65_536, passes: 3, lanes: 1, salt: "salt" });
});
