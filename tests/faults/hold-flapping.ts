import { setTimeout as pass } from "node:timers/promises";
import { expect } from "vitest";
import { firstVersion } from "../../src/domain/merge/next-version.ts";
import { person } from "../../src/domain/model/kinds/person.ts";
import { registerQuickly, type Saved } from "../support/browser/steps/register-quickly.ts";
import type { Shift } from "../support/runs/a-shift.ts";
import { budget } from "../support/runs/budget.ts";
import { differences } from "../support/runs/differences.ts";
import { brokenGroups, missingFrom } from "../support/runs/hold-saved.ts";
import { aRandom } from "../support/server/fault-proxy.ts";
import type { Scene } from "./hold-answers.ts";

/** F5: people register while the network comes and goes; once it stays, everything is everywhere. */
export const holdFlapping = async (scene: Scene, seed: number, { seconds }: { seconds?: number } = {}) => {
  const { shift, handset } = scene;
  const saved = await (seconds ? flapFor(scene, seconds, seed) : flapByRequests(scene, seed));
  const ended = Date.now();
  await expect.poll(() => differences(shift, handset.page)).toEqual([]);
  budget(`F5: in sync after a network that came and went (seed ${seed})`, Date.now() - ended, 30_000);
  shift.proxy.line = undefined;
  const stored = await shift.stored();
  expect(missingFrom(stored, saved)).toEqual([]);
  expect(brokenGroups(stored, "Хвиля", 3)).toEqual([]);
};

/** As outdoors: 400 kbit/s, 400 ms, 2 to 8 s of network, 2 to 20 s of none. */
const flapFor = async ({ shift, handset }: Scene, seconds: number, seed: number): Promise<readonly Saved[]> => {
  shift.proxy.line = { rate: 400, roundTrip: 400 };
  const flapping = shift.proxy.flap({ seconds, up: [2, 8], down: [2, 20], random: aRandom(seed), cuts: 0.05 });
  const groups = Math.floor(seconds / 3);
  const working = registerQuickly(handset.page, { surname: "Хвиля", groups, heads: 3, rest: 2_500 });
  for (let other = 0; other < 4; other += 1) {
    await othersRegister(shift, other * 25, 25);
    await pass((seconds * 1_000) / 5);
  }
  const [saved] = await Promise.all([working, flapping]);
  return saved;
};

/** The same in a few rounds, each of which ends with what the phone asked, not with a time. */
const flapByRequests = async ({ shift, handset }: Scene, seed: number): Promise<readonly Saved[]> => {
  const { proxy } = shift;
  const random = aRandom(seed);
  const saved: Saved[] = [];
  /** The system says that there is a network, and the phone tries. */
  const askedAfterOnline = async (times: number) => {
    const asked = proxy.hasBeenAsked("/db/", times);
    await handset.page.evaluate(() => void dispatchEvent(new Event("online")));
    await asked;
  };
  for (let round = 0; round < 4; round += 1) {
    proxy.goDown("cut");
    await othersRegister(shift, round * 25, 25);
    saved.push(...(await registerQuickly(handset.page, { surname: `Хвиля ${round}`, groups: 2, heads: 3 })));
    await askedAfterOnline(1);
    proxy.goUp();
    proxy.next("/db/", ...(random() < 0.5 ? (["cutInBody", "cutAfter"] as const) : []));
    // What was saved has to be pushed and the others' has to be pulled: it asks so often at least.
    await askedAfterOnline(1 + Math.floor(3 * random()));
  }
  return saved;
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
