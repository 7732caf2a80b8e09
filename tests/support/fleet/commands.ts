import fc, { type Arbitrary } from "fast-check";
import type { Fault } from "./network.ts";

/** One thing that happens to a fleet of phones. Numbers choose among what there is, so that every command can always be played. */
export type Command =
  | { readonly type: "new" | "void" | "settle" | "spoil" | "repair"; readonly phone: number; readonly doc: number }
  | { readonly type: "write"; readonly phone: number; readonly doc: number; readonly field: Field }
  | { readonly type: "bed"; readonly phone: number; readonly doc: number; readonly bed: number }
  | { readonly type: "fault"; readonly phone: number; readonly after: number; readonly fault: Fault }
  | { readonly type: "clock"; readonly phone: number; readonly seconds: number }
  | { readonly type: "leaf"; readonly phone: number; readonly doc: number; readonly field: Field }
  | { readonly type: Plain; readonly phone: number };

export type Field = "givenName" | "familyName" | "otherNames";
type Plain =
  | "rest"
  | "sync"
  | "tick"
  | "offline"
  | "online"
  | "signOut"
  | "signIn"
  | "crash"
  | "full"
  | "deliver"
  | "worker";

/** Nothing: what a failing sequence is shortened to. */
const rest: Arbitrary<Command> = fc.constant({ type: "rest", phone: 0 });

const phone = fc.nat(3);
const doc = fc.nat(2);
const field = fc.constantFrom<Field>("givenName", "givenName", "givenName", "familyName", "otherNames");
export const faults: readonly Fault[] = [
  "lostBefore",
  "lostAfter",
  "lostAfter",
  "twice",
  "late",
  "meanwhile",
  "meanwhile",
  "hangs",
  "401",
  "403",
  "413",
  "503",
  "429",
  "portal",
  "jsonPortal",
  "cutOff",
];
export const tenYears = 10 * 365 * 86_400;
const plain: readonly Plain[] = [
  "tick",
  "offline",
  "online",
  "signOut",
  "signIn",
  "crash",
  "full",
  "deliver",
  "worker",
];

const command: Arbitrary<Command> = fc.oneof(
  { withCrossShrink: true },
  { weight: 1, arbitrary: rest },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("new" as const), phone, doc }) },
  { weight: 7, arbitrary: fc.record({ type: fc.constant("write" as const), phone, doc, field }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constantFrom("void", "settle", "settle", "spoil", "repair"), phone, doc }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("fault" as const),
      phone,
      after: fc.nat(4),
      fault: fc.constantFrom(...faults),
    }),
  },
  { weight: 5, arbitrary: fc.record({ type: fc.constant("bed" as const), phone, doc, bed: fc.nat(1) }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant("sync" as const), phone }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constantFrom(...plain), phone }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("clock" as const),
      phone,
      seconds: fc.integer({ min: -tenYears, max: tenYears }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("leaf" as const), phone, doc, field }) },
);

/** How many phones each of the two sites has. RxDB's open core allows 13 collections at once, and a phone opens three. */
export const fleets = fc.constantFrom<readonly [number, number]>([2, 1], [3, 1], [2, 2]);

export const commandsOf = (count: number): Arbitrary<readonly Command[]> =>
  fc.array(command, { minLength: count, maxLength: count, size: "max" });
