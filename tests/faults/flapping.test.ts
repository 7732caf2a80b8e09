import { afterAll, beforeAll, expect, test } from "vitest";
import { person } from "../../src/domain/person.ts";
import { firstVersion } from "../../src/domain/write.ts";
import { aShift, type Shift } from "../support/a-shift.ts";
import type { Phone } from "../support/chromium.ts";
import { differences } from "../support/differences.ts";
import { aRandom } from "../support/fault-proxy.ts";
import { brokenGroups, missingFrom } from "../support/hold-saved.ts";
import { hearSaves, registerQuickly, type Saved } from "../support/register-quickly.ts";
import { scale } from "../support/scale.ts";

const seconds = scale({ test: 30, soak: 600 });
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

let shift: Shift;
let phone: Phone;

beforeAll(async () => {
  shift = await aShift();
  phone = await shift.phone("volunteer");
});
afterAll(() => shift.end());

/** Somebody else registers people meanwhile. */
const othersRegister = async (from: number, count: number) => {
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

test(
  `F5: ${seconds} s of a network that comes and goes, 400 kbit/s, 400 ms: all in sync within 30 s of its end`,
  async () => {
    const { proxy } = shift;
    const saved: Saved[] = [];
    await hearSaves(phone.page, (one) => saved.push(one));
    proxy.line = { rate: 400, roundTrip: 400 };
    const flapping = proxy.flap({ seconds, up: [2, 8], down: [2, 20], random: aRandom(seed), cuts: 0.05 });
    const groups = Math.floor(seconds / 3);
    const working = registerQuickly(phone.page, { surname: "Хвиля", groups, heads: 3, rest: 2_500 });
    for (let other = 0; other < 4; other += 1) {
      await othersRegister(other * 25, 25);
      await new Promise((resolve) => setTimeout(resolve, (seconds * 1_000) / 5));
    }
    await Promise.all([working, flapping]);
    const ended = Date.now();
    await expect.poll(() => differences(shift, phone.page), { timeout: 30_000, interval: 500 }).toEqual([]);
    console.log(`F5: seed ${seed}, ${saved.length} groups, in sync ${Date.now() - ended} ms after the end`);
    const stored = await shift.stored();
    expect(missingFrom(stored, saved)).toEqual([]);
    expect(brokenGroups(stored, "Хвиля", 3)).toEqual([]);
    expect(phone.complaints).toEqual([]);
  },
  seconds * 1_000 + 90_000,
);
