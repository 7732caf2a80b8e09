import { expect, test } from "vitest";
import type { Confirmation } from "../../../../src/domain/safeguarding/confirmation.ts";
import type { Guard } from "../../../../src/domain/safeguarding/release.ts";
import {
  bookLine,
  cancelBooking,
  importLine,
  rebook,
  seatsLeft,
  suggestedBasis,
  suggestedNeeds,
} from "../../../../src/domain/transport/booking.ts";
import { isChildStop } from "../../../../src/domain/transport/child-stop.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const trip = aDocument("trip", "1", { seatsUsable: 2 });
const day = "2026-11-24";
const born = (date: string) => ({ birth: { precision: "day", date } });
const mother = aDocument("person", "m", {
  groupId: "group:1",
  relationToFocal: "HEAD",
  sex: "f",
  ...born("1990-01-01"),
});
const child = aDocument("person", "c", { groupId: "group:1", givenName: "Оля", sex: "f", ...born("2020-05-01") });

const guard: Guard = { needsConfirmedAdult: false, confirmed: [], own: [mother._id] };
const confirmed = (key: string, more: object = {}) =>
  aDocument("safeguarding", key, {
    site: "medyka",
    personId: child._id,
    event: "adult_confirmed",
    at: "2026-11-24T08:00:00.000Z",
    by: "ben",
    adultId: "person:aunt",
    adultName: "Ольга",
    basis: "notarised_consent",
    papers: "notarised_statement",
    ...more,
  }) as Confirmation;

test("Two phones that put one person on one list write the same line", () => {
  const book = () => bookLine(trip, { person: mother, guard: undefined, needs: [] }, day);
  expect(book()).toEqual(book());
  expect(book()).toMatchObject({ ok: true, value: { id: "line:1.m" } });
});

test("A child is asked on whose right it travels, and has no seat without one", () => {
  expect(bookLine(trip, { person: child, guard, needs: [] }, day)).toMatchObject({
    error: { type: "ChildBasisNotAsked" },
  });
  expect(bookLine(trip, { person: child, guard, basis: "none", needs: [] }, day)).toMatchObject({
    error: { type: "ChildWithoutAdult" },
  });
  const booked = bookLine(
    trip,
    { person: child, guard, basis: "with_parent", accompaniedBy: mother._id, needs: [] },
    day,
  );
  expect(booked).toMatchObject({
    value: {
      content: {
        passenger: { givenName: "Оля", ageBand: "5_11", child: true },
        childTravelBasis: "with_parent",
        accompaniedBy: "person:m",
      },
    },
  });
});

test("Whoever may be under 18 is a child on the list", () => {
  const perhaps = aDocument("person", "p", { birth: { precision: "year", date: "2008" } });
  expect(bookLine(trip, { person: perhaps, guard, needs: [] }, day)).toMatchObject({
    error: { type: "ChildBasisNotAsked" },
  });
});

test("A child without a parent is booked by a confirmation alone; what stands there goes on the list, whatever was tapped", () => {
  const alone: Guard = { needsConfirmedAdult: true, confirmed: [confirmed("1")], own: [] };
  const book = (more: object) =>
    bookLine(
      trip,
      { person: child, guard: alone, basis: "with_parent", accompaniedBy: mother._id, needs: [], ...more },
      day,
    );
  expect(book({})).toMatchObject({ error: { type: "AdultNotConfirmed" } });
  expect(book({ released: "safeguarding:2" })).toMatchObject({ error: { type: "AdultNotConfirmed" } });
  expect(book({ released: "safeguarding:1" })).toMatchObject({
    value: {
      content: {
        passenger: { child: true, unaccompanied: true },
        childTravelBasis: "notarised_consent",
        accompaniedBy: "person:aunt",
        released: "safeguarding:1",
      },
    },
  });
});

test("Also a child of parents travels on another paper only where somebody has confirmed that", () => {
  const book = (of: Guard, released?: "safeguarding:1") =>
    bookLine(trip, { person: child, guard: of, basis: "relative_listed", released, needs: [] }, day);
  expect(book(guard)).toMatchObject({ error: { type: "AdultNotConfirmed" } });
  expect(book({ ...guard, confirmed: [confirmed("1", { basis: "relative_listed" })] }, "safeguarding:1")).toMatchObject(
    {
      value: { content: { childTravelBasis: "relative_listed", released: "safeguarding:1" } },
    },
  );
});

test("A child of whom nobody knows what stands between it and the door gets no seat", () => {
  expect(bookLine(trip, { person: child, guard: undefined, basis: "with_parent", needs: [] }, day)).toMatchObject({
    error: { type: "AdultNotConfirmed" },
  });
});

test("A list made elsewhere is kept as it was told, and a child on a paper that nobody here has confirmed is a stop", () => {
  const take = (basis: "with_parent" | "court_temporary_guardian" | "none") =>
    importLine(trip, { person: child, basis, needs: [] }, day);
  expect(take("none")).toMatchObject({ error: { type: "ChildWithoutAdult" } });
  const stops = (["with_parent", "court_temporary_guardian"] as const).map((basis) => {
    const made = take(basis);
    return made.ok && isChildStop(aDocument("line", "1.c", made.value.content));
  });
  expect(stops).toEqual([false, true]);
});

test("Booked again, nothing of an earlier booking stays", () => {
  const before = aDocument("line", "1.c", {
    personId: child._id,
    childTravelBasis: "notarised_consent",
    accompaniedBy: "person:aunt",
    released: "safeguarding:1",
    needs: ["wheelchair"],
  });
  const booked = bookLine(trip, { person: child, guard, basis: "with_legal_guardian", needs: [] }, day);
  if (!booked.ok) throw new Error(booked.error.type);
  const again = rebook(booked.value)(before);
  expect(again).toMatchObject({ value: { childTravelBasis: "with_legal_guardian" } });
  expect(again.ok && [again.value.released, again.value.accompaniedBy, again.value.needs]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("With a parent is filled in only where an adult of the family travels too", () => {
  const withParent = { ...child, childCare: "parent" } as const;
  expect(suggestedBasis(withParent, [mother], guard)).toBe("with_parent");
  expect(suggestedBasis(withParent, [mother], { ...guard, needsConfirmedAdult: true })).toBeUndefined();
  expect(suggestedBasis(withParent, [], guard)).toBeUndefined();
  expect(suggestedBasis({ ...child, childCare: "other_adult" }, [mother], guard)).toBeUndefined();
  expect(suggestedBasis({ ...child, childCare: "nobody" }, [mother], guard)).toBe("none");
  expect(suggestedBasis({ ...child, relationToFocal: "SON_DAUGHTER" }, [mother], guard)).toBe("with_parent");
  expect(suggestedBasis({ ...child, relationToFocal: "UNRELATED" }, [mother], guard)).toBeUndefined();
});

test("What is needed in the bus follows from age and needs", () => {
  expect(suggestedNeeds(child, day)).toEqual(["child_seat_3_7"]);
  expect(suggestedNeeds({ ...mother, needFlags: ["mobility"] }, day)).toEqual(["wheelchair"]);
});

test("Who was taken off the list leaves a seat, and may come after all", () => {
  const line = aDocument("line", "1.m", { personId: "person:m" });
  const off = cancelBooking(line);
  expect(off.ok && seatsLeft(trip, [off.value])).toBe(2);
  const booked = bookLine(trip, { person: mother, guard: undefined, needs: [] }, day);
  if (!off.ok || !booked.ok) throw new Error("neither taken off nor booked");
  expect(rebook(booked.value)(off.value)).toMatchObject({ value: { _id: "line:1.m", status: "booked" } });
});
