import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { twoBuilds } from "../support/builds/two-builds.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { aServer } from "../support/server/a-server.ts";
import { actions, type Hands, type Step } from "../support/shared-phone/actions.ts";
import { openHands } from "../support/shared-phone/hands.ts";
import { sealedKeysOnPhone } from "../support/shared-phone/sealed-keys.ts";

/** Fifty in `npm run test:soak`. */
const sequences = Number(process.env.PHONES ?? 1);
const seed = Number(process.env.SEED ?? 20261125);

/** What was acknowledged as saved and lies neither on the server, nor before a lead, nor sealed on the phone. */
const lost = async (shift: Shift, hands: Hands): Promise<readonly string[]> => {
  // In this order: a record that is sent in between lies at both places, or at the second.
  const sealed = (await sealedKeysOnPhone(hands.phone.page)).map((key) => key.slice(key.indexOf("/") + 1));
  const stored = await shift.stored();
  const reviewed = stored.flatMap(({ record }) => (typeof record === "string" ? [JSON.parse(record)._id] : []));
  const safe = new Set([...stored.map(({ _id }) => _id), ...reviewed, ...sealed]);
  return [...hands.saved].filter((id) => !safe.has(id));
};

describe.sequential("Whatever people do with a shared phone, what was saved is on the server or sealed on the phone", () => {
  const folder = mkdtempSync(join(tmpdir(), "prystan-versions-"));
  let shift: Shift;
  let builds: readonly string[];
  let build = 0;
  const serve = () => aServer({ DATA_DIR: join(folder, "data") }, builds[build % 2]);
  const newVersion = () => {
    build += 1;
    return shift.moveTo(serve);
  };
  beforeAll(async () => {
    builds = twoBuilds(folder);
    shift = await aShift(serve);
  });
  afterAll(async () => {
    await shift.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const anySteps = fc.array(fc.constantFrom(...(Object.keys(actions) as Step[])), { minLength: 5, maxLength: 9 });
  const plans = fc.sample(anySteps, { numRuns: sequences, seed });

  test.each(plans.map((steps, place) => ({ place, steps })))("Sequence $place", async ({ place, steps }) => {
    console.log(`seed ${seed}, sequence ${place}: ${steps.join(", ")}`);
    const hands = await openHands(shift, place, newVersion);
    for (const step of ["save", ...steps] as const) {
      await actions[step](hands);
      expect(await lost(shift, hands), `after ${step}`).toEqual([]);
    }
    await hands.bringEverythingHome();
    expect(hands.saved.size).toBeGreaterThan(0);
    expect(await lost(shift, hands)).toEqual([]);
    expect(await sealedKeysOnPhone(hands.phone.page)).toEqual([]);
    expect(hands.phone.complaints).toEqual([]);
    await shift.forget(hands.phone);
  });
});
