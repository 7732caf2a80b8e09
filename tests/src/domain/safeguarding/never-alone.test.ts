import fc from "fast-check";
import { expect, test } from "vitest";
import { merge } from "../../../../src/domain/merge/merge.ts";
import { nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { person as kind, type Person } from "../../../../src/domain/model/kinds/person.ts";
import type { Presence } from "../../../../src/domain/model/kinds/presence.ts";
import type { Safeguarding } from "../../../../src/domain/model/kinds/safeguarding.ts";
import { isWithoutParent, ownAdultsOf } from "../../../../src/domain/safeguarding/company.ts";
import {
  confirmAdult,
  confirmationsFor,
  confirmOfAge,
  needsConfirmedAdult,
} from "../../../../src/domain/safeguarding/confirmation.ts";
import { incidentsOf } from "../../../../src/domain/safeguarding/incidents.ts";
import { noteWithoutParent, unnotedWithoutParent } from "../../../../src/domain/safeguarding/note-without-parent.ts";
import { type Guard, releaseOf } from "../../../../src/domain/safeguarding/release.ts";
import { aDocument } from "../../../support/data/a-document.ts";

/** One phone: the child and a woman, what was noted of the child, and whether it was ever seen here without a parent. */
type Phone = {
  readonly name: string;
  readonly child: Person;
  readonly woman: Person;
  readonly events: readonly Safeguarding[];
  readonly left: readonly Presence[];
  readonly wasWithoutParent: boolean;
};
const today = "2026-11-24";
const accounts = ["ann", "ben", "lea"] as const;
const born = (year: number) => ({ precision: "day", date: `${year}-01-01` }) as const;
const at = (minute: number) => new Date(Date.parse(`${today}T08:00:00.000Z`) + minute * 60_000).toISOString();
const partyOf = ({ child, woman }: Phone): readonly Person[] =>
  [child, woman].filter(({ groupId }) => groupId === child.groupId);
const seen = (phone: Phone): Phone => ({
  ...phone,
  wasWithoutParent: phone.wasWithoutParent || isWithoutParent(phone.child, partyOf(phone), today),
});
const guardOf = (phone: Phone): Guard => ({
  needsConfirmedAdult: needsConfirmedAdult(phone.child, partyOf(phone), phone.events, today),
  confirmed: confirmationsFor(phone.child, phone.events),
  own: ownAdultsOf(phone.child, partyOf(phone), today).map(({ _id }) => _id),
});

/** Writes a change, and what an app notes beside it: what was so before, and what is so after. */
const write = (phone: Phone, who: "child" | "woman", change: object, by: string, minute: number): Phone => {
  const version = (before: Person, next: Person): Person =>
    nextVersion(kind.rule, before, next, { by, device: `${phone.name}1`, at: at(minute) }) as unknown as Person;
  const after: Phone = { ...phone, [who]: version(phone[who], { ...phone[who], ...change } as Person) };
  const ids = unnotedWithoutParent([partyOf(phone)], [partyOf(after)], today);
  if (!ids.includes(phone.child._id)) return after;
  const done = noteWithoutParent(after.child, at(minute));
  return done.ok ? { ...after, child: version(after.child, done.value) } : after;
};

const aStay = aDocument("stay", "c", { personId: "person:c" });

const tap = fc.record({
  phone: fc.nat({ max: 1 }),
  by: fc.constantFrom(...accounts),
  what: fc.oneof(
    fc.record({ childCare: fc.constantFrom("parent", "guardian", "relative", "nobody", undefined) }),
    fc.record({ birth: fc.constantFrom(born(2015), born(1990), undefined) }),
    fc.record({ needFlags: fc.constantFrom(["child_alone"], undefined) }),
    fc.record({ groupId: fc.constantFrom("group:1", "group:2") }),
    fc.record({ womanTo: fc.constantFrom("group:1", "group:2") }),
    fc.record({ womanBorn: fc.constantFrom(1985, 2012) }),
    fc.constantFrom("confirm", "ofAge", "takeBack", "leaveWith", "leaveByRelease", "hasLeft", "sync"),
  ),
});

test("Whatever is tapped, corrected and joined: a child who was without a parent leaves with nobody but by a second account, or it stands as an incident", () => {
  fc.assert(
    fc.property(fc.array(tap, { maxLength: 25 }), fc.constantFrom("parent", "relative", "nobody"), (taps, care) => {
      const child = aDocument("person", "c", { groupId: "group:1", birth: born(2015), childCare: care });
      const woman = aDocument("person", "w", { groupId: "group:1", birth: born(1985) });
      const begun = { child, woman, events: [], left: [], wasWithoutParent: false };
      const first = write({ ...begun, name: "p" }, "child", {}, "ann", 0);
      const phones: [Phone, Phone] = [seen(first), seen({ ...first, name: "q" })];
      for (const [minute, { phone: place, by, what }] of taps.entries()) {
        const phone = phones[place] as Phone;
        phones[place] = seen(play(phone, phones[1 - place] as Phone, what, by, minute + 1));
      }
      const [p, q] = phones;
      const whole = seen(synced(p, q));
      const guard = guardOf(whole);
      if (whole.wasWithoutParent && !whole.events.some(({ event, voided }) => event === "of_age" && !voided))
        expect(guard.needsConfirmedAdult).toBe(true);
      const stays = [{ stay: aStay, events: whole.left }];
      const facts = { guard, stays, events: whole.events, leftByBus: false };
      const incidents = incidentsOf(whole.child, facts).map(({ id }) => id);
      const last = [...whole.left].sort((a, b) => a.order - b.order).at(-1);
      if (last && guard.needsConfirmedAdult && !incidents.includes(last._id)) {
        const confirmation = guard.confirmed.find(({ _id }) => _id === last.released);
        expect(confirmation?.papers).toBeDefined();
        expect(confirmation?.createdBy).not.toBe(whole.child.createdBy);
      }
    }),
    { numRuns: 1_500 },
  );
});

const play = (phone: Phone, other: Phone, what: object | string, by: string, minute: number): Phone => {
  if (typeof what === "object") {
    if ("womanTo" in what) return write(phone, "woman", { groupId: what.womanTo }, by, minute);
    if ("womanBorn" in what) return write(phone, "woman", { birth: born(what.womanBorn as number) }, by, minute);
    return write(phone, "child", what, by, minute);
  }
  const guard = guardOf(phone);
  const id = `safeguarding:${phone.name}${minute}` as const;
  const doing = { by, at: at(minute) };
  const answer = { adult: { name: "Olha" }, basis: "notarised_consent", papers: "court_order", note: "" } as const;
  switch (what) {
    case "confirm":
      return noted(phone, confirmAdult(phone.child, id, answer, doing));
    case "ofAge":
      return noted(phone, confirmOfAge(phone.child, id, "passport_entry", today, doing));
    case "takeBack":
      return { ...phone, events: phone.events.map((one) => ({ ...one, voided: "mistake" as const })) };
    case "sync":
      return { ...synced(phone, other), name: phone.name };
    default:
      return leave(phone, guard, what, by, minute);
  }
};

const noted = (phone: Phone, made: ReturnType<typeof confirmAdult>): Phone => {
  if (!made.ok) return phone;
  const { id, content } = made.value;
  const event = { ...aDocument("safeguarding", id.slice("safeguarding:".length), content), createdBy: content.by };
  return { ...phone, events: [...phone.events, event as unknown as Safeguarding] };
};

const leave = (phone: Phone, guard: Guard, what: string, by: string, minute: number): Phone => {
  const departure = {
    leaveWith: { adultId: phone.woman._id },
    leaveByRelease: { released: phone.events.at(-1)?._id },
    hasLeft: { hasLeft: "With somebody, by car" },
  }[what];
  const release = releaseOf(guard, departure ?? {}, []);
  if (what === "hasLeft") expect(release.ok).toBe(true);
  if (!release.ok) return phone;
  if (phone.wasWithoutParent && guard.needsConfirmedAdult)
    expect(release.value.unconfirmed ?? guard.confirmed.some(({ _id }) => _id === release.value.released)).toBe(true);
  const content = {
    site: "medyka",
    personId: phone.child._id,
    stayId: aStay._id,
    event: "check_out",
    order: minute,
    by,
    at: at(minute),
  };
  const event = aDocument("presence", `${phone.name}.${minute}.check_out`, { ...content, ...release.value });
  return { ...phone, left: [...phone.left, event] };
};

const synced = (a: Phone, b: Phone): Phone => ({
  ...a,
  child: merge(kind.rule, a.child, b.child) as unknown as Person,
  woman: merge(kind.rule, a.woman, b.woman) as unknown as Person,
  events: joined(a.events, b.events),
  left: joined(a.left, b.left),
  wasWithoutParent: a.wasWithoutParent || b.wasWithoutParent,
});

/** What one has taken back is taken back. */
const joined = <T extends { readonly _id: string; readonly voided?: unknown }>(a: readonly T[], b: readonly T[]) => {
  const byId = new Map<string, T>();
  for (const one of [...a, ...b]) if (!byId.get(one._id)?.voided) byId.set(one._id, one);
  return [...byId.values()];
};
