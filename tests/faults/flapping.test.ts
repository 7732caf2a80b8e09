import { afterAll, beforeAll, expect, test } from "vitest";
import type { Phone } from "../support/browser/chromium.ts";
import { handsetOf } from "../support/browser/handset.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { scale } from "../support/runs/scale.ts";
import { holdFlapping } from "./hold-flapping.ts";

const flapping = scale<{ seconds?: number }>({ test: {}, soak: { seconds: 600 } });
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

let shift: Shift;
let phone: Phone;

beforeAll(async () => {
  shift = await aShift();
  phone = await shift.phone("volunteer");
});
afterAll(() => shift.end());

test(`F5: the network comes and goes, some answers are lost: all in sync after its end (seed ${seed})`, async () => {
  await holdFlapping({ shift, handset: handsetOf(phone) }, seed, flapping);
  expect(phone.complaints).toEqual([]);
}, 900_000);
