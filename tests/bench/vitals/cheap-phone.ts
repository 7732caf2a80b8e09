import type { Page } from "playwright-core";
import { demoAccounts } from "../../../server/demo/demo-accounts.ts";

export const slowdown = 4;

/** Four times slower than this machine, as Lighthouse has its phones. */
export const slowProcessor = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
};

/** Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
export const slowNetwork = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
};

/** Fills the sign-in page in, up to the tap; nothing opens the phone again of itself afterwards. */
export const fillSignIn = async (page: Page, name: string): Promise<void> => {
  await page.fill("#name", name);
  await page.fill("#passphrase", passphraseOf(name));
};

export const passphraseOf = (name: string): string =>
  demoAccounts.find((account) => account.name === name)?.passphrase ?? "";

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
