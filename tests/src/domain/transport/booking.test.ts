import { expect, test } from "vitest";
import {
  bookLine,
  cancelBooking,
  rebook,
  seatsLeft,
  suggestedBasis,
  suggestedNeeds,
} from "../../../../src/domain/transport/booking.ts";
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

test("Two phones that put one person on one list write the same line", () => {
  const book = () => bookLine(trip, { person: mother, needs: [] }, day);
  expect(book()).toEqual(book());
  expect(book()).toMatchObject({ ok: true, value: { id: "line:1.m" } });
});

test("A child is asked on whose right it travels, and has no seat without one", () => {
  expect(bookLine(trip, { person: child, needs: [] }, day)).toMatchObject({ error: { type: "ChildBasisNotAsked" } });
  expect(bookLine(trip, { person: child, basis: "none", needs: [] }, day)).toMatchObject({
    error: { type: "ChildWithoutAdult" },
  });
  const booked = bookLine(trip, { person: child, basis: "with_parent", accompaniedBy: mother._id, needs: [] }, day);
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
  expect(bookLine(trip, { person: perhaps, needs: [] }, day)).toMatchObject({ error: { type: "ChildBasisNotAsked" } });
});

test("With a parent is filled in only where an adult of the family travels too", () => {
  const withParent = { ...child, childCare: "parent" } as const;
  expect(suggestedBasis(withParent, [mother])).toBe("with_parent");
  expect(suggestedBasis(withParent, [])).toBeUndefined();
  expect(suggestedBasis({ ...child, childCare: "other_adult" }, [mother])).toBeUndefined();
  expect(suggestedBasis({ ...child, childCare: "nobody" }, [mother])).toBe("none");
  expect(suggestedBasis({ ...child, relationToFocal: "SON_DAUGHTER" }, [mother])).toBe("with_parent");
  expect(suggestedBasis({ ...child, relationToFocal: "UNRELATED" }, [mother])).toBeUndefined();
});

test("What is needed in the bus follows from age and needs", () => {
  expect(suggestedNeeds(child, day)).toEqual(["child_seat_3_7"]);
  expect(suggestedNeeds({ ...mother, needFlags: ["mobility"] }, day)).toEqual(["wheelchair"]);
});

test("Who was taken off the list leaves a seat, and may come after all", () => {
  const line = aDocument("line", "1.m", { personId: "person:m" });
  const off = cancelBooking(line);
  expect(off.ok && seatsLeft(trip, [off.value])).toBe(2);
  const booked = bookLine(trip, { person: mother, needs: [] }, day);
  if (!off.ok || !booked.ok) throw new Error("neither taken off nor booked");
  expect(rebook(booked.value)(off.value)).toMatchObject({ value: { _id: "line:1.m", status: "booked" } });
});
