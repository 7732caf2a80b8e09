import { vi } from "vitest";

/**
 * Passphrases and passwords are derived in a thousandth of the usual work, in this process, for a test that signs people in without testing how
 * hard they are to guess. Imported before anything else of ours.
 */
vi.mock("../../../src/device/keyring/argon2.ts", async (original) => {
  const real = await original<typeof import("../../../src/device/keyring/argon2.ts")>();
  const argon2: typeof real.argon2 = (passphrase, derivation) =>
    real.argon2(passphrase, { ...derivation, memory: 64, passes: 1 });
  return { ...real, argon2 };
});

vi.mock("../../../server/couch/accounts/passwords.ts", async (original) => {
  const real = await original<typeof import("../../../server/couch/accounts/passwords.ts")>();
  const hashPassword: typeof real.hashPassword = (password, salt, iterations) =>
    real.hashPassword(password, salt, Math.min(iterations, 10));
  return { ...real, hashPassword };
});
