import { afterAll, beforeAll, expect, test } from "vitest";
import { aShift, type Shift } from "../support/a-shift.ts";
import type { Phone } from "../support/chromium.ts";
import { handsetOf } from "../support/handset.ts";
import { scale } from "../support/scale.ts";
import { holdFlapping } from "./hold-flapping.ts";

const seconds = scale({ test: 30, soak: 600 });
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

let shift: Shift;
let phone: Phone;

beforeAll(async () => {
  shift = await aShift();
  phone = await shift.phone("volunteer");
});
afterAll(() => shift.end());

test(
  `F5: ${seconds} s of a network that comes and goes, 400 kbit/s, 400 ms: all in sync within 30 s of its end`,
  async () => {
    await holdFlapping({ shift, handset: handsetOf(phone) }, seconds, seed);
    expect(phone.complaints).toEqual([]);
  },
  seconds * 1_000 + 90_000,
);
