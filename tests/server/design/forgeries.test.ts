import { beforeAll, describe, expect, test } from "vitest";
import { isWithdrawn } from "../../../src/domain/intake/withdrawal.ts";
import { merge } from "../../../src/domain/merge/merge.ts";
import { type Author, firstVersion, nextVersion, resolveField } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { maxCounterLead } from "../../../src/domain/rights/authorship.ts";
import { openValidator } from "../../support/server/open-validator.ts";

let judge: Awaited<ReturnType<typeof openValidator>>;
beforeAll(async () => {
  judge = await openValidator();
});

const author = (by: string, device: string): Author => ({ by, device, at: "2026-11-24T08:00:00.000Z" });
const [anna, ben, vera] = [author("anna", "anna1"), author("ben", "ben1"), author("vera", "vera1")];
const kind = kinds.person;
const made = firstVersion(kind, "person:1", { site: "medyka", recordState: "quick", givenName: "Оля" }, anna);
const edit = (before: Document, change: object, by: Author) =>
  nextVersion(kind.rule, before, { ...before, ...change } as Document, by);
const stored = edit(made, { familyName: "Коваль" }, vera);
const own = edit(stored, { sex: "f" }, ben);

const asVolunteer = { db: "site-medyka", name: "ben", roles: ["account", "volunteer:medyka"] };
const asLead = { ...asVolunteer, roles: ["account", "lead:medyka"] };
const verdictOn = (incoming: object, before: object | null = stored, user = asVolunteer, state: object = {}) =>
  judge(user, [[incoming, before ?? undefined]], state)[0];

type Copy = Record<string, unknown> & {
  stamps: { own: Record<string, string>; seen: Record<string, number>; edits: Record<string, unknown> };
};

/** A copy in which something was changed by hand. */
const tampered = (document: Document, change: (copy: Copy) => void): object => {
  const copy = structuredClone(document) as unknown as Copy;
  change(copy);
  return copy;
};

test("What somebody honestly wrote is taken: new, edited, merged, settled, taken back", () => {
  const unseen = edit(made, { givenName: "Ольга", languages: ["uk"] }, ben);
  const joined = merge(kind.rule, stored, unseen);
  const rivals = merge(kind.rule, edit(stored, { givenName: "Олена" }, vera), unseen);
  expect(verdictOn(firstVersion(kind, "person:2", { site: "medyka", recordState: "quick" }, ben), null)).toBe(
    undefined,
  );
  expect(verdictOn(own)).toBe(undefined);
  expect(verdictOn(joined)).toBe(undefined);
  expect(verdictOn(edit(edit(own, { sex: "m" }, ben), { sex: "f" }, ben))).toBe(undefined);
  expect(verdictOn(edit(stored, { familyName: undefined }, ben))).toBe(undefined);
  expect(verdictOn(nextVersion(kind.rule, rivals, resolveField(rivals, "givenName", "Ольга"), ben), rivals)).toBe(
    undefined,
  );
});

describe("Who began a record, when and on which phone, stays", () => {
  const begun = (id: string, by: typeof ben, at: string) =>
    firstVersion(kind, id, { site: "medyka", recordState: "quick" }, { ...by, at });
  const before = { ...ben, at: "2026-11-24T07:00:00.000Z" };

  test("Two people note one act unseen of each other: whoever comes second may send what both come to", () => {
    const made = begun("person:1.in", anna, "2026-11-24T08:00:00.000Z");
    for (const at of [before.at, "2026-11-24T09:00:00.000Z"])
      expect(verdictOn(merge(kind.rule, made, begun("person:1.in", ben, at)), made)).toBe(undefined);
  });

  test("Nobody who did not note it takes over an act, or a stay", () => {
    const made = begun("person:1.in", anna, "2026-11-24T08:00:00.000Z");
    const claimed = { ...made, createdBy: "ben", createdAt: "1971-01-01T00:00:00.000Z", createdDevice: "ben1" };
    expect(verdictOn(claimed, made)).toBe("forbidden: other_author");
    expect(verdictOn(edit(claimed as Document, { sex: "f" }, ben), made)).toBe("forbidden: other_author");
  });

  test("What somebody saved twice began when it was saved first; the same from the hand of a lead", () => {
    const again = begun("person:1", ben, "2026-11-24T09:00:00.000Z");
    const first = begun("person:1", { ...ben, device: "ben2" }, before.at);
    expect(verdictOn(merge(kind.rule, again, first), again)).toBe(undefined);
    expect(verdictOn(merge(kind.rule, again, first), again, asLead)).toBe(undefined);
  });

  test.each(["createdBy", "createdAt", "createdDevice"])(
    "Nobody changes %s of a record that was drawn an id",
    (field) => {
      const theirs = { createdBy: "ben", createdAt: before.at, createdDevice: "ben1" } as Record<string, string>;
      for (const from of [stored, own] as Document[])
        expect(verdictOn({ ...from, [field]: theirs[field] })).toBe("forbidden: other_author");
      expect(verdictOn({ ...stored, ...theirs })).toBe("forbidden: other_author");
      expect(verdictOn({ ...stored, ...theirs }, stored, asLead)).toBe("forbidden: other_author");
    },
  );
});

describe("Nobody writes in another's name (A11)", () => {
  test.each<[string, object, (object | undefined)?]>([
    [
      "a document that another is said to have made",
      firstVersion(kind, "person:2", { site: "medyka", recordState: "quick" }, vera),
      undefined,
    ],
    [
      "a document of one's own that another is said to have begun",
      tampered(own, (d) => {
        d.createdBy = "zoe";
      }),
    ],
    ["another's new edit", edit(stored, { sex: "f" }, vera)],
    ["another's edit among one's own", edit(own, { languages: ["uk"] }, vera)],
    [
      "a value changed under another's stamp",
      tampered(own, (d) => {
        d.familyName = "Мельник";
      }),
    ],
    [
      "a value changed with no stamp of its own",
      tampered(stored, (d) => {
        d.givenName = "Ольга";
      }),
    ],
    [
      "an earlier edit put under another name",
      tampered(own, (d) => {
        d.stamps.edits["1.anna1"] = ["zoe", "2026-11-24T08:00:00.000Z"];
      }),
    ],
    [
      "an earlier edit put at another time",
      tampered(own, (d) => {
        d.stamps.edits["2.vera1"] = ["vera", "2026-11-20T08:00:00.000Z"];
      }),
    ],
    [
      "another's field taken away without saying so",
      tampered(own, (d) => {
        delete d.familyName;
        delete d.stamps.own.familyName;
      }),
    ],
    [
      "edits claimed to be seen that would bury what comes",
      tampered(own, (d) => {
        d.stamps.seen.vera1 = 900;
      }),
    ],
    [
      "a device claimed to be seen that nobody knows",
      tampered(own, (d) => {
        d.stamps.seen.zoe1 = 4;
      }),
    ],
    ["a version that has not seen what is there", edit(made, { sex: "f" }, ben)],
    [
      "an own edit under a stamp that is spent",
      tampered(edit(edit(stored, { sex: "f" }, ben), { sex: "m" }, ben), (d) => {
        d.sex = "f";
      }),
      edit(edit(stored, { sex: "f" }, ben), { sex: "m" }, ben),
    ],
  ])("%s", (_, incoming, before: object = stored) => {
    expect(verdictOn(incoming, (incoming as Document)._id === "person:2" ? null : before)).toBe(
      "forbidden: other_author",
    );
  });

  test("but a lead may bring back what others wrote, and after a restore everybody may, for as long as it says", () => {
    const foreign = edit(stored, { languages: ["uk"] }, vera);
    expect(verdictOn(foreign, made, asLead)).toBe(undefined);
    const until = (days: number) => ({ recoveringUntil: new Date(Date.now() + days * 86_400_000).toISOString() });
    expect(verdictOn(foreign, made, asVolunteer, until(1))).toBe(undefined);
    expect(verdictOn(foreign, made, asVolunteer, until(-1))).toBe("forbidden: other_author");
  });
});

describe("Nobody runs ahead (A11)", () => {
  const ahead = (counter: number) =>
    tampered(own, (d) => {
      d.stamps.own.sex = `${counter}.ben1`;
      d.stamps.seen.ben1 = counter;
      d.stamps.edits[`${counter}.ben1`] = d.stamps.edits["3.ben1"];
      delete d.stamps.edits["3.ben1"];
    });

  test("further than a week offline leads, whatever the role, also while recovering", () => {
    expect(verdictOn(ahead(2 + maxCounterLead))).toBe(undefined);
    expect(verdictOn(ahead(3 + maxCounterLead))).toBe("forbidden: counter");
    expect(verdictOn(ahead(3 + maxCounterLead), stored, asLead, { recoveringUntil: "2999" })).toBe(
      "forbidden: counter",
    );
    expect(verdictOn(ahead(2 ** 52))).toMatch(/^forbidden: NotValid:stamps/);
  });
});

describe("What is over stays over", () => {
  const trip = firstVersion(
    kinds.trip,
    "trip:1",
    {
      site: "medyka",
      tripNo: "M-1",
      departAt: "2026-11-24T08:00:00.000Z",
      stops: [],
      seatsUsable: 8,
      status: "boarding",
    },
    ben,
  );
  const change = (before: Document, fields: object) =>
    nextVersion(kinds.trip.rule, before, { ...before, ...fields } as Document, ben);

  test.each(["closed", "cancelled"])("a trip that is %s is not opened again, nor changed", (status) => {
    const over = change(trip, { status });
    const coordinator = { ...asLead, roles: ["account", "coordinator", "lead:medyka"] };
    expect(verdictOn(over, trip, asLead)).toBe(undefined);
    expect(verdictOn(change(over, { status: "boarding" }), over, coordinator)).toBe("forbidden: closed");
    expect(verdictOn(change(over, { notes: "late" }), over, asLead)).toBe("forbidden: closed");
    expect(verdictOn(over, over, asLead)).toBe(undefined);
  });

  test("the database of a trip that is over takes what was scanned on the road, and nothing else", () => {
    const content = { site: "medyka", tripId: "trip:1" };
    const scan = firstVersion(
      kinds.scan,
      "scan:1.1.board",
      { ...content, event: "board", order: 1, at: "2026-11-24T08:00:00.000Z", by: "ben" },
      ben,
    );
    const line = firstVersion(kinds.line, "line:1", { ...content, passenger: { child: false }, status: "booked" }, ben);
    const driver = { db: "trip-1", name: "ben", roles: ["account", "driver"] };
    const lead = { ...driver, roles: ["account", "lead:medyka"] };
    expect(verdictOn(scan, null, driver, { closed: "handingBack" })).toBe(undefined);
    expect(verdictOn(line, null, lead, {})).toBe(undefined);
    expect(verdictOn(line, null, lead, { closed: "handingBack" })).toBe("forbidden: closed");
  });

  test("what happened is not edited: voided, yes; rewritten, no", () => {
    const seen = firstVersion(
      kinds.presence,
      "presence:1",
      { site: "medyka", personId: "person:1", event: "check_in", order: 1, at: "2026-11-24T08:00:00.000Z", by: "ben" },
      ben,
    );
    const next = (fields: object) => nextVersion(kinds.presence.rule, seen, { ...seen, ...fields } as Document, ben);
    expect(verdictOn(next({ voided: "mistake" }), seen)).toBe(undefined);
    expect(verdictOn(next({ at: "2026-11-25T08:00:00.000Z" }), seen, asLead)).toBe("forbidden: event");
  });

  test("an event has the id of what it tells, or one of no act: nobody takes away the id of another's", () => {
    const at = "2026-11-24T08:00:00.000Z";
    const told = { site: "medyka", personId: "person:1", at, by: "ben" };
    const noted = (key: string, content: object) =>
      verdictOn(firstVersion(kinds.presence, `presence:${key}`, { ...told, ...content }, ben), null);
    const act = { stayId: "stay:1.medyka.1", event: "absent", order: 4 };
    const answer = { rollCallId: "roll-call:r", event: "seen", order: 1 };
    expect(noted("1.medyka.1.4.absent", act)).toBe(undefined);
    expect(noted("r.1.seen", answer)).toBe(undefined);
    expect(noted("0abc", act)).toBe(undefined);
    for (const other of [{ order: 3 }, { event: "returned" }, { stayId: "stay:2.medyka.1" }])
      expect(noted("1.medyka.1.4.absent", { ...act, ...other })).toBe("forbidden: event_id");
    for (const other of [{ event: "missing" }, { personId: "person:2" }, { rollCallId: "roll-call:s" }])
      expect(noted("r.1.seen", { ...answer, ...other })).toBe("forbidden: event_id");
  });

  test("only the server takes content away", () => {
    const erased = nextVersion(
      kind.rule,
      stored,
      { ...stored, erased: { why: "expired", at: "2026-11-24" } } as Document,
      ben,
    );
    expect(verdictOn(erased, stored, asLead)).toBe("forbidden: not_your_field:erased");
  });
});

test("No attachments, which nobody could check", () => {
  expect(verdictOn({ ...own, _attachments: {} })).toBe("forbidden: no_attachments");
});

test("Attack A13: nothing that is nested so deeply that whoever reads it falls over; a CouchDB itself takes that", () => {
  const nested = (levels: number) => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);
  const made = (unheardOf: unknown) =>
    firstVersion(kind, "person:2", { site: "medyka", recordState: "quick", unheardOf }, ben);
  expect(verdictOn(made(nested(10)), null)).toBe(undefined);
  expect(verdictOn(made(nested(20)), null)).toBe("forbidden: nested");
  expect(verdictOn(made(nested(3_000)), null)).toBe("forbidden: nested");
  expect(verdictOn({ ...own, rivals: { sex: [["3.ben1", nested(20)]] } })).toBe("forbidden: nested");
});

test("Nobody brings the last day of a record forward, or takes it away; two who set it unseen of each other keep the later one", () => {
  const ending = edit(made, { expiresAt: "2027-11-24" }, anna);
  for (const user of [asVolunteer, asLead]) {
    expect(verdictOn(edit(ending, { expiresAt: "1999-01-01" }, ben), ending, user)).toBe("forbidden: ends_sooner");
    expect(verdictOn(edit(ending, { expiresAt: "2027-11-23" }, ben), ending, user)).toBe("forbidden: ends_sooner");
    expect(verdictOn(edit(ending, { expiresAt: undefined }, ben), ending, user)).toBe("forbidden: ends_sooner");
    expect(verdictOn(edit(ending, { expiresAt: "2027-11-25" }, ben), ending, user)).toBeUndefined();
    expect(verdictOn(edit(ending, { sex: "f" }, ben), ending, user)).toBeUndefined();
  }
  const [one, other] = [edit(made, { expiresAt: "2027-12-24" }, anna), edit(made, { expiresAt: "2027-11-24" }, ben)];
  for (const joined of [merge(kind.rule, one, other), merge(kind.rule, other, one)]) {
    expect(joined).toMatchObject({ expiresAt: "2027-12-24" });
    expect(verdictOn(joined, one)).toBeUndefined();
    // As an app of before shows it.
    expect(verdictOn({ ...joined, expiresAt: "2027-11-24" }, joined)).toBeUndefined();
  }
});

test("A document that claims a history which is not stored is not taken for a new one", () => {
  const claimed = { ...made, createdBy: "ben", _revisions: { start: 50, ids: ["c"] } };
  expect(verdictOn(claimed, null)).toBe("forbidden: unknown_history");
});

test("Nobody uses a counter up: after whatever was taken, a lead can still correct the record", () => {
  const { rule } = kind;
  let now: Document = made;
  const raise = (counter: number): Document => {
    const stamp = `${counter}.ben1`;
    const { base, seen, edits } = now.stamps;
    const stamps = { base, own: { sex: stamp }, seen: { ...seen, ben1: counter }, edits };
    return {
      ...now,
      sex: "f",
      stamps: { ...stamps, edits: { [base]: edits[base] as never, [stamp]: ["ben", ben.at] } },
    };
  };
  for (const counter of [999_990_000, 999_999_999, 1_000_009_999]) {
    const before: Document = raise(counter - maxCounterLead);
    expect(verdictOn(raise(counter), before)).toBe(undefined);
    now = raise(counter);
    const corrected = nextVersion(rule, now, { ...now, familyName: "Коваль" } as Document, vera);
    expect(verdictOn(corrected, now, { ...asLead, name: "vera" })).toBe(undefined);
  }
  expect(verdictOn(raise(999_999_999_999_999), now)).toBe("forbidden: counter");
});

describe("Nobody freezes a record for others", () => {
  test.each([
    ["the version raised without a field of it", { ...stored, v: 99 }],
    ["with a field that the server does not know", edit({ ...stored, v: 2 } as Document, { future: 1 }, ben)],
    ["and lowered", { ...own, v: 0 }],
  ])("%s", (_, incoming) => {
    for (const user of [asVolunteer, asLead]) expect(verdictOn(incoming, stored, user)).toMatch(/version|OutOfRange:v/);
  });

  test("Whatever a volunteer fills a record with, a lead can change it", () => {
    const padding = (length: number) =>
      Object.fromEntries(Array.from({ length }, (_, place) => [`p${place}`, "x".repeat(1_000)]));
    expect(verdictOn(edit(stored, padding(20), ben))).toBe("forbidden: TooLarge:p0");
    const seen = Object.fromEntries(Array.from({ length: 3_000 }, (_, place) => [`d${100_000 + place}`, 1]));
    const crowded = { ...stored, stamps: { ...stored.stamps, seen: { ...stored.stamps.seen, ...seen } } };
    const padded = edit(crowded, padding(15), ben);
    expect(verdictOn(padded, crowded)).toBe("forbidden: TooLarge:");
    expect(verdictOn(padded, crowded, asLead)).toBe(undefined);
    expect(
      verdictOn(edit(padded, { familyName: "Коваленко", givenName: "Олена" }, vera), padded, {
        ...asLead,
        name: "vera",
      }),
    ).toBe(undefined);
    expect(verdictOn(edit(padded, { p0: undefined }, ben), padded)).toBe(undefined);
  });

  test("Nobody makes a record larger than a phone takes, whatever they are; smaller it may become", () => {
    const seen = Object.fromEntries(Array.from({ length: 4_600 }, (_, place) => [`d${100_000 + place}`, 1]));
    const crowded = { ...stored, stamps: { ...stored.stamps, seen: { ...stored.stamps.seen, ...seen } } };
    const padding = Object.fromEntries(Array.from({ length: 15 }, (_, place) => [`p${place}`, "x".repeat(1_000)]));
    const large = edit(crowded, padding, ben);
    expect(verdictOn(large, crowded, asLead)).toBe("forbidden: TooLarge:");
    expect(verdictOn(edit(large, { p0: undefined }, ben), large, asLead)).toBe(undefined);
  });
});

describe("A lead's agreement holds for the withdrawal it was given to", () => {
  const at = "2026-11-24T09:00:00.000Z";
  const child = edit(made, { childCare: "nobody" }, vera);
  const asked = edit(child, { withdrawn: "mistake", withdrawnAt: at, withdrawalAsks: at }, ben);
  const agreed = edit(asked, { withdrawalSeen: at }, vera);
  const back = edit(agreed, { withdrawn: undefined, withdrawnAt: undefined, withdrawalAsks: undefined }, ben);
  const replay = { withdrawn: "mistake", withdrawnAt: at };

  test("Bringing back, taking that back, and withdrawing anew are honest, and wait for a lead", () => {
    expect(verdictOn(back, agreed)).toBe(undefined);
    const again = edit(back, replay, ben);
    expect(verdictOn(again, back)).toBe(undefined);
    expect(isWithdrawn(again as unknown as Person)).toBe(false);
    expect(verdictOn(edit(agreed, { givenName: "Ольга" }, ben), agreed)).toBe(undefined);
  });

  test("Nobody but a lead makes an old one hold, whatever number they give their write", () => {
    const forged = tampered(back, (copy) => {
      Object.assign(copy, replay);
      for (const field of ["withdrawn", "withdrawnAt"]) copy.stamps.own[field] = "2.ben2";
      copy.stamps.seen.ben2 = 2;
      copy.stamps.edits["2.ben2"] = ["ben", at];
    });
    expect(isWithdrawn(forged as Person)).toBe(true);
    expect(verdictOn(forged, back)).toBe("forbidden: not_your_field:withdrawalSeen");
  });
});

test("Nobody takes out that a child was noted without a parent; and only leads write what confirms an adult", () => {
  const noted = edit(made, { noParentSince: "2026-11-24T08:00:00.000Z" }, anna);
  for (const user of [asVolunteer, asLead])
    for (const since of [undefined, "2026-11-24T09:00:00.000Z"])
      expect(verdictOn(edit(noted, { noParentSince: since }, ben), noted, user)).toBe(
        "forbidden: not_your_field:noParentSince",
      );
  expect(verdictOn(edit(noted, { givenName: "Олена" }, ben), noted)).toBe(undefined);
  // Who noted it is kept from confirming an adult: nobody else takes that on, not even for an earlier hour.
  const earlier = { noParentSince: "2026-11-24T07:00:00.000Z" };
  expect(verdictOn(edit(noted, earlier, ben), noted)).toBe("forbidden: not_your_field:noParentSince");
  const alone = edit(made, { childCare: "nobody" }, anna);
  expect(verdictOn(edit(alone, { childCare: "parent" }, ben), alone)).toBe("forbidden: not_your_field:noParentSince");
  const since = "2026-11-24T08:00:00.000Z";
  expect(verdictOn(edit(alone, { childCare: "parent", noParentSince: since }, ben), alone)).toBe(undefined);
  const event = (content: object) =>
    firstVersion(
      kinds.safeguarding,
      "safeguarding:1",
      { site: "medyka", personId: made._id, at: "2026-11-24T08:00:00.000Z", by: "ben", ...content },
      ben,
    );
  const told = event({ event: "told", office: "police" });
  const confirmed = event({ event: "adult_confirmed", adultName: "Olha", basis: "with_parent", papers: "court_order" });
  expect(verdictOn(told, null, asVolunteer)).toBe(undefined);
  expect(verdictOn(confirmed, null, asVolunteer)).toMatch(/^forbidden: not_your_field:/);
  expect(verdictOn(confirmed, null, asLead)).toBe(undefined);
  expect(verdictOn(edit(told, { office: "lead" }, ben), told, asVolunteer)).toBe("forbidden: event");
});
