import { argon2id } from "hash-wasm";
import { expect, test } from "vitest";
import { isServerPassword, serverPassword } from "../../../../src/device/keyring/server-password.ts";

const words = "amber bridge lantern seven";

test("The server's password is one branch of Argon2id and HKDF over the passphrase, recomputed here by other means", async () => {
  const { createHash, hkdfSync } = await import("node:crypto");
  const salt = createHash("sha256").update("prystan server password 1 of anna").digest().subarray(0, 16);
  const secret = await argon2id({
    password: words,
    salt,
    memorySize: 65_536,
    iterations: 3,
    parallelism: 1,
    hashLength: 32,
    outputType: "binary",
  });
  const branch = hkdfSync("sha256", secret, new Uint8Array(32), "prystan server password 1", 32);
  expect(await serverPassword("anna", words)).toBe(`p1.${Buffer.from(branch).toString("base64url")}`);
});

test("Another name, another word, another password; it is told from words at a glance", async () => {
  const [anna, ben, other] = await Promise.all([
    serverPassword("anna", words),
    serverPassword("ben", words),
    serverPassword("anna", "amber bridge lantern eight"),
  ]);
  expect(new Set([anna, ben, other]).size).toBe(3);
  expect([anna, ben, other].every(isServerPassword)).toBe(true);
  expect(isServerPassword(words)).toBe(false);
});

test("The same letters, however the keyboard composes them", async () => {
  expect(await serverPassword("anna", "їжак".normalize("NFD"))).toBe(await serverPassword("anna", "їжак"));
});
