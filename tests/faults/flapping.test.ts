import { afterAll, beforeAll, expect, test } from "vitest";
import { aShift, type Shift } from "../support/a-shift.ts";
import type { Phone } from "../support/chromium.ts";
import { handsetOf } from "../support/handset.ts";
import { scale } from "../support/scale.ts";
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
