import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";

/**
 * The cheap phone that figures are held on is as slow as the one of the first measurements: four times slower than a machine that
 * derives a key by Argon2id (64 MiB, 3 passes) in 0.3 s. `times slower` alone would be another phone on every machine.
 */
const derivesIn = 1_210;
const assets = new URL("../../../dist/app/assets/", import.meta.url);

/** Slows the page down to that phone, and answers by how much; the page is to be one of the app, and idle. */
export const slowDown = async (page: Page): Promise<string> => {
  const chunk = readdirSync(assets).find((name) => /^argon2-.*\.js$/.test(name));
  const here = (await page.evaluate(deriveThreeTimes(`/assets/${chunk}`))) as number;
  const rate = Math.max(1, derivesIn / here);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  return `${rate.toFixed(1)}x (a key takes ${here} ms here, ${derivesIn} ms on the phone)`;
};

/** Milliseconds; the median, for nothing else runs. A text, for what compiles the tests would rewrite the import. */
const deriveThreeTimes = (chunk: string): string => `(async () => {
  const { argon2 } = await import("${chunk}");
  const times = [];
  for (let time = 0; time < 3; time += 1) {
    const began = performance.now();
    await argon2("calibration", { salt: "0123456789abcdef", memory: 65536, passes: 3, lanes: 1 });
    times.push(performance.now() - began);
  }
  return Math.round(times.sort((a, b) => a - b)[1]);
})()`;
