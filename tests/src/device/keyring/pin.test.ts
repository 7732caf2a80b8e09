import { afterEach, expect, test, vi } from "vitest";
import { keepPin } from "../../../../src/device/keyring/pin.ts";

afterEach(() => vi.restoreAllMocks());

test("The PIN is known again, and no other", async () => {
  const check = await keepPin("482915");
  expect(await check("482915")).toBe(true);
  for (const digits of ["482916", "48291", "4829150"]) expect(await check(digits)).toBe(false);
});

test("What is derived from it cannot be read out, and the same PIN derives another key each time", async () => {
  const made: CryptoKey[] = [];
  const { deriveKey } = crypto.subtle;
  vi.spyOn(crypto.subtle, "deriveKey").mockImplementation(async (...call) => {
    const key = await deriveKey.apply(crypto.subtle, call);
    made.push(key);
    return key;
  });
  const raw: string[] = [];
  const { importKey } = crypto.subtle;
  vi.spyOn(crypto.subtle, "importKey").mockImplementation(async (...call: unknown[]) => {
    raw.push(String(call[1]));
    return importKey.apply(crypto.subtle, call as never);
  });
  await keepPin("482915");
  await keepPin("482915");
  expect(made.map(({ extractable }) => extractable)).toEqual([false, false]);
  expect(new Set(raw).size).toBe(2);
});
