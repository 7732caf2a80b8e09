import fc, { type Arbitrary } from "fast-check";
import { faults, tenYears } from "../commands.ts";
import type { Fault } from "../network.ts";

/** One thing that happens to a convoy. Numbers choose among what there is, so that every command can always be played. */
export type Command =
  | { readonly type: "rest" | "quiet" }
  | { readonly type: "write" | "settle"; readonly phone: number; readonly person: number; readonly field: number }
  | { readonly type: "label"; readonly phone: number }
  | { readonly type: "move" | "stay" | "end" | "checkOut"; readonly phone: number; readonly person: number }
  | { readonly type: "bed"; readonly phone: number; readonly person: number; readonly bed: number }
  | { readonly type: TripAct; readonly phone: number; readonly trip: number }
  | { readonly type: PassengerAct; readonly phone: number; readonly trip: number; readonly person: number }
  | { readonly type: "driver"; readonly phone: number; readonly trip: number; readonly account: number }
  | { readonly type: "role"; readonly account: number; readonly role: number }
  | { readonly type: "tabs"; readonly count: number }
  | { readonly type: PhoneAct; readonly phone: number }
  | { readonly type: "fault"; readonly phone: number; readonly after: number; readonly fault: Fault }
  | { readonly type: "clock"; readonly phone: number; readonly seconds: number }
  | { readonly type: "work" | "release" | "expire"; readonly server: number }
  | { readonly type: "hold" | "die"; readonly server: number; readonly after: number };

export type TripAct = "publish" | "depart" | "arrive";
export type PassengerAct = "book" | "offList" | "board" | "unboard" | "noShow" | "settleBoarding";
export type PhoneAct = "sync" | "tick" | "offline" | "online" | "kill" | "lock" | "unlock" | "signOut" | "deliver";

const phone = fc.nat(3);
const person = fc.nat(2);
const trip = fc.constantFrom(0, 0, 1);
const server = fc.nat(1);
const type = <T extends string>(...types: readonly T[]) => fc.constantFrom(...types);
const phoneActs: readonly PhoneAct[] = [
  "tick",
  "offline",
  "online",
  "online",
  "kill",
  "lock",
  "unlock",
  "signOut",
  "deliver",
];

const command: Arbitrary<Command> = fc.oneof(
  { withCrossShrink: true },
  { weight: 1, arbitrary: fc.constant<Command>({ type: "rest" }) },
  { weight: 3, arbitrary: fc.constant<Command>({ type: "quiet" }) },
  {
    weight: 6,
    arbitrary: fc.record({ type: type("write", "write", "write", "settle"), phone, person, field: fc.nat(2) }),
  },
  { weight: 1, arbitrary: fc.record({ type: type("label"), phone }) },
  { weight: 5, arbitrary: fc.record({ type: type("move", "move", "move", "stay", "end", "checkOut"), phone, person }) },
  { weight: 2, arbitrary: fc.record({ type: type("bed"), phone, person, bed: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ type: type("publish", "publish", "publish", "depart", "arrive"), phone, trip }) },
  {
    weight: 8,
    arbitrary: fc.record({
      type: type("book", "board", "board", "board", "unboard", "noShow", "noShow", "offList", "settleBoarding"),
      phone,
      trip,
      person,
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: type("driver"), phone, trip, account: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ type: type("role"), account: fc.nat(2), role: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ type: type("tabs"), count: fc.constantFrom(1, 1, 1, 2) }) },
  { weight: 8, arbitrary: fc.record({ type: type("sync"), phone }) },
  { weight: 4, arbitrary: fc.record({ type: type(...phoneActs), phone }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: type("fault"), phone, after: fc.nat(4), fault: fc.constantFrom(...faults) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: type("clock"), phone, seconds: fc.integer({ min: -tenYears, max: tenYears }) }),
  },
  { weight: 7, arbitrary: fc.record({ type: type("work", "work", "work", "work", "release", "expire"), server }) },
  { weight: 3, arbitrary: fc.record({ type: type("hold", "die"), server, after: fc.nat(24) }) },
);

export const commandsOf = (count: number): Arbitrary<readonly Command[]> =>
  fc.array(command, { minLength: count, maxLength: count, size: "max" });
