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
  | {
      readonly type: "handover";
      readonly phone: number;
      readonly trip: number;
      readonly person: number;
      readonly copy: number;
    }
  | { readonly type: "driver"; readonly phone: number; readonly trip: number; readonly account: number }
  | { readonly type: "role"; readonly account: number; readonly role: number }
  | { readonly type: "tabs"; readonly count: number }
  | { readonly type: PhoneAct; readonly phone: number }
  | { readonly type: "fault"; readonly phone: number; readonly after: number; readonly fault: Fault }
  | { readonly type: "clock"; readonly phone: number; readonly seconds: number }
  | { readonly type: "work" | "release" | "expire" | "holdAfterAccounts"; readonly server: number }
  | { readonly type: "hold" | "die"; readonly server: number; readonly after: number };

export type TripAct = "publish" | "depart" | "arrive";
export type PassengerAct = "book" | "offList" | "board" | "unboard" | "noShow" | "settleBoarding";
export type PhoneAct = "sync" | "tick" | "offline" | "online" | "kill" | "lock" | "unlock" | "signOut" | "deliver";

const phone = fc.nat(3);
const person = fc.nat(2);
const trip = fc.constantFrom(0, 0, 0, 1);
const server = fc.nat(1);
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

const lead = fc.constantFrom(3, 3, 1);
const passenger = fc.constantFrom(0, 0, 0, 0, 1, 2);
const ride = fc.constantFrom(0, 0, 0, 0, 0, 1);
const door = fc.constantFrom(2, 2, 3, 3, 1, 0);
const act = <T extends Command["type"], F extends object>(
  weight: number,
  types: readonly T[],
  fields: { [K in keyof F]: Arbitrary<F[K]> },
) => ({
  weight,
  arbitrary: fc.record({ type: fc.constantFrom(...types), ...fields }) as unknown as Arbitrary<Command>,
});

const command: Arbitrary<Command> = fc.oneof(
  { withCrossShrink: true },
  act(1, ["rest"], {}),
  act(4, ["quiet"], {}),
  act(5, ["write", "write", "write", "write", "settle"], { phone, person, field: fc.nat(2) }),
  act(1, ["label"], { phone }),
  act(5, ["move", "move", "move", "move", "stay"], { phone: lead, person }),
  act(1, ["end"], { phone, person }),
  act(2, ["bed", "bed", "checkOut"], { phone, person, bed: fc.nat(1) }),
  act(1, ["publish", "depart", "arrive"], { phone: lead, trip }),
  act(2, ["book", "offList"], { phone: lead, trip, person: passenger }),
  act(12, ["board", "board", "noShow", "noShow", "noShow", "unboard", "settleBoarding"], {
    phone: door,
    trip: ride,
    person: passenger,
  }),
  act(3, ["handover"], { phone: fc.constantFrom(3, 3, 2, 1), trip, person: passenger, copy: fc.nat(1) }),
  act(4, ["driver"], { phone: fc.constantFrom(3, 1), trip: fc.constantFrom(0, 0, 1), account: fc.nat(1) }),
  act(2, ["role"], { account: fc.nat(2), role: fc.nat(2) }),
  act(2, ["tabs"], { count: fc.constantFrom(1, 1, 1, 2) }),
  act(7, ["sync"], { phone }),
  act(4, phoneActs, { phone }),
  act(3, ["fault"], { phone, after: fc.nat(4), fault: fc.constantFrom(...faults) }),
  act(1, ["clock"], { phone, seconds: fc.integer({ min: -tenYears, max: tenYears }) }),
  act(5, ["work", "work", "work", "work", "work", "release", "release", "expire"], { server }),
  act(3, ["hold", "hold", "die"], { server, after: fc.nat(24) }),
);

export const commandsOf = (count: number): Arbitrary<readonly Command[]> =>
  fc.array(command, { minLength: count, maxLength: count, size: "max" });
