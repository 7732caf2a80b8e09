import { afterAll, test, vi } from "vitest";
import { simulateConvoys } from "../support/fleet/convoy/simulate-convoy.ts";
import { scale } from "../support/runs/scale.ts";

const seed = Number(process.env.SEED ?? 1);
const sequences = Number(process.env.SEQUENCES ?? scale({ test: 100, soak: 1_250 }));
const length = Number(process.env.COMMANDS ?? scale({ test: 30, soak: 50 }));

afterAll(() => vi.unstubAllGlobals());

test(
  `(seed ${seed}, ${sequences} × ${length})`,
  () => simulateConvoys({ seed, sequences, length, path: process.env.SEED_PATH, quickly: process.env.QUICKLY === "1" }),
  24 * 3_600_000,
);
