import { expect } from "vitest";
import { person } from "../../src/domain/person.ts";
import { firstVersion } from "../../src/domain/write.ts";
import type { Shift } from "../support/a-shift.ts";
import { differences } from "../support/differences.ts";
import { aRandom } from "../support/fault-proxy.ts";
import { brokenGroups, missingFrom } from "../support/hold-saved.ts";
import { registerQuickly } from "../support/register-quickly.ts";
import type { Scene } from "./hold-answers.ts";

/** F5: people register while the network comes and goes; once it stays, everything is everywhere within 30 s. */
export const holdFlapping = async ({ shift, handset }: Scene, seconds: number, seed: number): Promise<void> => {
  const { proxy } = shift;
  const { page } = handset;
  proxy.line = { rate: 400, roundTrip: 400 };
  const flapping = proxy.flap({ seconds, up: [2, 8], down: [2, 20], random: aRandom(seed), cuts: 0.05 });
  const groups = Math.floor(seconds / 3);
  const working = registerQuickly(page, { surname: "Хвиля", groups, heads: 3, rest: 2_500 });
  for (let other = 0; other < 4; other += 1) {
    await othersRegister(shift, other * 25, 25);
    await new Promise((resolve) => setTimeout(resolve, (seconds * 1_000) / 5));
  }
  const [saved] = await Promise.all([working, flapping]);
  const ended = Date.now();
  await expect.poll(() => differences(shift, page), { timeout: 30_000, interval: 500 }).toEqual([]);
  console.log(`F5: seed ${seed}, ${saved.length} groups, in sync ${Date.now() - ended} ms after the end`);
  proxy.line = undefined;
  const stored = await shift.stored();
  expect(missingFrom(stored, saved)).toEqual([]);
  expect(brokenGroups(stored, "Хвиля", 3)).toEqual([]);
};

/** Somebody else registers people meanwhile. */
const othersRegister = async (shift: Shift, from: number, count: number) => {
  const docs = Array.from({ length: count }, (_, place) =>
    firstVersion(
      person,
      `person:other${from + place}`,
      { site: "medyka", recordState: "quick", givenName: "Оля" },
      { by: "lead", device: "other001", at: new Date().toISOString() },
    ),
  );
  await shift.server.couch("site-medyka/_bulk_docs", { method: "POST", body: JSON.stringify({ docs }) });
};
