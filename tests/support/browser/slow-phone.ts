import type { Page } from "playwright-core";
import { argon2 } from "../../../src/device/keyring/argon2.ts";

/**
 * The cheap phone that figures are held on is as slow as the one of the first measurements: four times slower than a machine that
 * derives a key by Argon2id (64 MiB, 3 passes) in 0.3 s. `times slower` alone would be another phone on every machine.
 */
const derivesIn = 1_210;

/**
 * Slows the page down to that phone, and answers by how much, and how much longer a key would take there: it is derived in a worker, which the
 * emulation does not slow.
 */
export const slowDown = async (page: Page): Promise<{ readonly said: string; readonly keyLonger: number }> => {
  const here = await deriveThreeTimes();
  const rate = Math.max(1, derivesIn / here);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  const said = `${rate.toFixed(1)}x (a key takes ${here} ms here, ${derivesIn} ms on the phone)`;
  return { said, keyLonger: Math.max(0, derivesIn - here) };
};

/** Milliseconds; the median. In this process, whose WebAssembly is the browser's. */
const deriveThreeTimes = async (): Promise<number> => {
  const times: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    const began = performance.now();
    await argon2("calibration", { version: 1, salt: "0123456789abcdef", memory: 65_536, passes: 3, lanes: 1 });
    times.push(performance.now() - began);
  }
  return Math.round(times.sort((a, b) => a - b)[1] ?? 0);
};
