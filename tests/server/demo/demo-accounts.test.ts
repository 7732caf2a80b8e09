import { expect, test } from "vitest";
import { demoAccounts } from "../../../server/demo/demo-accounts.ts";
import { serverPassword } from "../../../src/device/keyring/server-password.ts";

test.each(demoAccounts)(
  "The password kept for $name is that of its passphrase",
  async ({ name, passphrase, password }) => {
    expect(await serverPassword(name, passphrase)).toBe(password);
  },
);
