import fc from "fast-check";
import { expect, test } from "vitest";
import type { NewDocument } from "../../../../src/domain/merge/new-document.ts";
import { firstVersion, nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { codes } from "../../../../src/domain/model/codes.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import type { Line } from "../../../../src/domain/model/kinds/line.ts";
import type { Safeguarding } from "../../../../src/domain/model/kinds/safeguarding.ts";
import type { Scan } from "../../../../src/domain/model/kinds/scan.ts";
import { kinds, mergeRuleOf } from "../../../../src/domain/model/kinds.ts";
import {
  confirmAdult,
  confirmationsFor,
  needsConfirmedAdult,
} from "../../../../src/domain/safeguarding/confirmation.ts";
import type { Guard } from "../../../../src/domain/safeguarding/release.ts";
import { board, undoBoarding } from "../../../../src/domain/transport/boarding.ts";
import { bookLine, cancelBooking, rebook } from "../../../../src/domain/transport/booking.ts";
import { lacksConfirmation } from "../../../../src/domain/transport/child-stop.ts";
import { passengerStatus } from "../../../../src/domain/transport/passenger-status.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const [registrar, noter, lead] = ["ann", "ben", "eva"] as const;
const at = "2026-11-24T08:00:00.000Z";
const day = "2026-11-24";
const trip = aDocument("trip", "1", {});
const born = { birth: { precision: "day", date: "2014-05-01" } };
const noted = (document: Document, by: string): Document =>
  nextVersion(mergeRuleOf(document), document, { ...document, noParentSince: at } as Document, {
    by,
    device: "d2",
    at,
  });
const aChild = (key: string) =>
  noted(aDocument("person", key, { groupId: `group:${key}`, ...born }), noter) as ReturnType<
    typeof aDocument<"person">
  >;
const [child, otherChild] = [aChild("c"), aChild("o")];
const aunt = aDocument("person", "a", { groupId: "group:c", birth: { precision: "day", date: "1980-01-01" } });

/** What somebody saw and did before: every event of a confirmation, whoever wrote it, and whether it still stands. */
type Told = { readonly event: Safeguarding; readonly by: string; readonly of: string; stands: boolean };
type World = { readonly told: Told[]; line: Line | undefined; scans: Scan[] };

const stored = ({ kind, id, content }: NewDocument, by: string): Document =>
  firstVersion(kinds[kind as "line"], id as never, content, { by, device: "d1", at });

const guardNow = ({ told }: World): Guard => {
  const events = told.filter(({ stands }) => stands).map(({ event }) => event);
  return {
    needsConfirmedAdult: needsConfirmedAdult(child, [child, aunt], events, day),
    confirmed: confirmationsFor(child, events),
    own: [aunt._id],
  };
};

/** The rule in other words: a second account, neither who registered nor who noted it, has confirmed an adult for this very child. */
const isConfirmed = ({ told }: World, id: string | undefined, stillStands: boolean): boolean =>
  told.some((one) => one.event._id === id && one.of === child._id && one.by === lead && (one.stands || !stillStands));

const confirm = (world: World, by: string, of: typeof child, isForced: boolean) => {
  const id = `safeguarding:${world.told.length}` as const;
  const answer = {
    adult: { id: aunt._id, name: "Olha" },
    basis: "relative_listed",
    papers: "birth_certificate",
    note: "",
  } as const;
  const made = confirmAdult(of, id, answer, { by, at });
  // An app that was tampered with writes it all the same.
  const asLead = confirmAdult(of, id, answer, { by: lead, at });
  const written = made.ok ? made : isForced ? asLead : made;
  if (written.ok)
    world.told.push({ event: stored(written.value, by) as unknown as Safeguarding, by, of: of._id, stands: true });
};

const book = (world: World, basis: (typeof codes.childTravelBasis)[number] | undefined, chosen: number | undefined) => {
  const released = chosen === undefined ? undefined : (`safeguarding:${chosen}` as const);
  const booking = { person: child, guard: guardNow(world), basis, accompaniedBy: aunt._id, released, needs: [] };
  const made = bookLine(trip, booking, day);
  if (!made.ok) return;
  expect(isConfirmed(world, made.value.content.released as string | undefined, true)).toBe(true);
  const again = world.line && rebook(made.value)(world.line);
  world.line = again?.ok ? again.value : (stored(made.value, lead) as unknown as Line);
};

const boardIt = (world: World, knows: boolean) => {
  const { line, scans } = world;
  if (!line) return;
  const made = board({ trip, lines: [line], scans }, line, { by: "driver", at }, knows ? guardNow(world) : undefined);
  if (!made.ok) return;
  // A driver's phone reads no person: it goes by what held at the booking, and the site shows who is to be stopped.
  expect(isConfirmed(world, line.released, knows)).toBe(true);
  world.scans = [...scans, stored(made.value, "driver") as unknown as Scan];
};

const taps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        act: fc.constant("confirm" as const),
        by: fc.constantFrom(registrar, noter, lead, lead, lead),
        of: fc.constantFrom(child, child, child, otherChild),
        isForced: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constant("book" as const),
        basis: fc.option(fc.constantFrom(...codes.childTravelBasis), { nil: undefined }),
        chosen: fc.option(fc.nat(2), { nil: undefined, freq: 9 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ act: fc.constant("board" as const), knows: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant("void" as const), which: fc.nat(3) }) },
    {
      weight: 2,
      arbitrary: fc.record({ act: fc.constantFrom("cancel" as const, "undo" as const, "forget" as const) }),
    },
  ),
  { maxLength: 24, size: "max" },
);

test("Whatever is tapped: no child without a parent is booked or boards without an adult whom a second account confirmed for it", () => {
  let boardings = 0;
  fc.assert(
    fc.property(taps, (sequence) => {
      const world: World = { told: [], line: undefined, scans: [] };
      for (const tap of sequence) {
        if (tap.act === "confirm") confirm(world, tap.by, tap.of, tap.isForced);
        if (tap.act === "void") {
          const one = world.told[tap.which];
          if (one) one.stands = false;
        }
        if (tap.act === "book") book(world, tap.basis, tap.chosen);
        if (tap.act === "board") boardIt(world, tap.knows);
        const { line, scans } = world;
        if (!line) continue;
        if (tap.act === "cancel") world.line = { ...line, status: "cancelled" };
        // Another phone wrote the line without the confirmation, which an app of before does.
        if (tap.act === "forget") {
          const { released: _, ...older } = line;
          world.line = { ...older, childTravelBasis: "with_parent" };
        }
        if (tap.act === "undo") {
          const made = undoBoarding({ trip, lines: [line], scans }, line, { by: "driver", at });
          if (made.ok) world.scans = [...scans, stored(made.value, "driver") as unknown as Scan];
        }
        const isAboard = passengerStatus(line, world.scans) === "boarded";
        if (isAboard) boardings += 1;
        // What was confirmed at the booking and no more: the site shows it, whatever the line says.
        if (isAboard && !isConfirmed(world, line.released, true))
          expect(lacksConfirmation(line, guardNow(world))).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
  expect(boardings).toBeGreaterThan(200);
});

test("A line that was taken off the list boards nobody, and booked again it says what holds then", () => {
  const world: World = { told: [], line: undefined, scans: [] };
  confirm(world, lead, child, false);
  book(world, undefined, 0);
  const { line } = world;
  const off = line && cancelBooking(line);
  if (!off?.ok) throw new Error("not booked");
  expect(board({ trip, lines: [off.value], scans: [] }, off.value, { by: "driver", at })).toMatchObject({
    error: { type: "PassengerCancelled" },
  });
});
