import { describe, expect, test } from "vitest";
import { merge, unresolvedConflicts } from "../../../../src/domain/merge/merge.ts";
import { type Author, firstVersion, nextVersion, resolveField } from "../../../../src/domain/merge/next-version.ts";
import { revive } from "../../../../src/domain/merge/revive.ts";
import { checkDocument } from "../../../../src/domain/model/check-document.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { erase } from "../../../../src/domain/model/erase.ts";
import type { Kind } from "../../../../src/domain/model/kind.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { upgraded } from "../../../../src/domain/model/upgrade.ts";

const at = "2026-11-25T08:00:00.000Z";
const by = (device: string): Author => ({ by: device, device, at });
const site = "medyka";

const lists: readonly { kind: Kind; field: string; content: object; values: readonly unknown[] }[] = [
  {
    kind: kinds.trip,
    field: "driverAccounts",
    content: { site, tripNo: "M-1", departAt: at, stops: [], seatsUsable: 8, status: "boarding" },
    values: ["petro", "ivan", "olena"],
  },
  {
    kind: kinds.trip,
    field: "driverIds",
    content: { site, tripNo: "M-1", departAt: at, stops: [], seatsUsable: 8, status: "boarding" },
    values: ["driver:1", "driver:2", "driver:3"],
  },
  {
    kind: kinds.person,
    field: "otherNames",
    content: { site, recordState: "quick" },
    values: ["Оля", "Ольга", "Леся"],
  },
  {
    kind: kinds.person,
    field: "needFlags",
    content: { site, recordState: "quick" },
    values: ["child_alone", "pregnant", "infant"],
  },
  {
    kind: kinds.line,
    field: "needs",
    content: { site, tripId: "trip:1", status: "booked", passenger: { child: false } },
    values: ["wheelchair", "lift", "escort"],
  },
  {
    kind: kinds.group,
    field: "linkedGroups",
    content: { site, arrivedAt: at, keepTogether: true },
    values: [1, 2, 3].map((one) => ({ groupId: `group:${one}`, reason: "other" })),
  },
];

const told = (list: readonly unknown[], isAsked = false) => ({ list: new Set(list), isAsked });

describe.each(lists)("$kind.name $field: what was taken away", ({ kind, field, content, values: [a, b, c] }) => {
  const prefix = kind.name;
  const made: Document = firstVersion(kind, `${prefix}:1`, { ...content, [field]: [a, b] }, by("maker"));
  const set = (before: Document, list: readonly unknown[] | undefined, device: string): Document =>
    nextVersion(kind.rule, before, { ...before, [field]: list }, by(device));
  const join = (...versions: readonly Document[]) =>
    versions.slice(1).reduce((all, next) => merge(kind.rule, all, next), versions[0] as Document);
  /** As apps wrote that did not say what they took away. */
  const olderApp = (document: Document): Document => ({
    ...document,
    stamps: {
      ...document.stamps,
      edits: Object.fromEntries(
        Object.entries(document.stamps.edits).map(([stamp, [who, when]]) => [stamp, [who, when]]),
      ),
    },
  });
  const isAsked = (document: Document) => unresolvedConflicts(kind.rule, document).some((one) => one.field === field);
  const found = (document: Document) => ({ list: new Set([document[field] ?? []].flat()), isAsked: isAsked(document) });
  const isRight = field === "driverAccounts" || field === "driverIds";

  test("stays away whatever somebody else adds unseen of it, and what was added is there", () => {
    const [taken, added] = [set(made, [b], "lead1"), set(made, [a, b, c], "coor1")];
    for (const joined of [join(taken, added), join(added, taken), join(made, added, taken, made)]) {
      expect(found(joined)).toEqual(told([b, c]));
      expect(checkDocument(kind, joined)).toEqual([]);
    }
  });

  test("stays away through later edits of either side, and when the whole list was emptied", () => {
    const taken = set(set(set(made, [b], "lead1"), [b, c], "lead1"), [c], "lead2");
    const added = set(set(made, [a, b, c], "coor1"), [b, a], "coor2");
    expect(found(join(taken, added))).toEqual(told([]));
    expect(found(join(set(made, undefined, "lead1"), set(made, [a, b, c], "coor1")))).toEqual(told([c]));
  });

  test("comes back where somebody puts it back who had seen it go", () => {
    const taken = set(made, [b], "lead1");
    const putBack = set(taken, [b, a], "lead2");
    const other = set(taken, [b, c], "coor1");
    expect(new Set(join(putBack, other, made)[field] as unknown[])).toEqual(new Set([a, b, c]));
    expect(join(other, putBack)).toEqual(join(putBack, other));
  });

  test("by an app that does not say so: somebody is asked, and meanwhile nobody has a right by it", () => {
    const taken = olderApp(set(made, [b], "lead1"));
    const joined = join(taken, set(made, [a, b, c], "coor1"));
    expect(found(joined)).toEqual(told(isRight ? [b] : [a, b, c], true));
    const stored = { ...olderApp(joined), [field]: [a, b, c] };
    expect(found(upgraded(kind, stored))).toEqual(told(isRight ? [b] : [a, b, c], true));
    const settled = nextVersion(kind.rule, joined, resolveField(joined, field, [b, c]), by("lead3"));
    expect(found(settled)).toEqual(told([b, c]));
    expect(found(join(set(made, [a, b], "late1"), settled, taken))).toEqual(told([b, c]));
  });

  test("while it is doubtful, an edit of what is shown decides nothing about it", () => {
    const joined = join(olderApp(set(made, [b], "lead1")), set(made, [a, b, c], "coor1"));
    const edited = set(joined, [...(joined[field] as unknown[]), ...(isRight ? [a] : [])], "lead2");
    if (isRight) expect(found(edited)).toEqual(told([b, a], true));
    else expect(edited).toBe(joined);
  });

  test("stays away where the document went to another database and came back", () => {
    const gone = erase(kind, set(made, [b], "lead1"), { why: "moved", at: "2026-11-25" }, by("server"));
    const back = revive(kind.rule, gone, set(set(made, [b], "lead1"), [b, c], "lead2"), by("server"));
    const joined = join({ ...back, erased: undefined } as Document, set(made, [a, b], "late1"));
    expect((joined[field] as unknown[]) ?? []).not.toContainEqual(a);
  });
});

test("What is remembered of a list has an end: beyond it somebody is asked", () => {
  const { rule } = kinds.person;
  let document: Document = firstVersion(kinds.person, "person:1", { site, recordState: "quick" }, by("maker"));
  const late = nextVersion(rule, document, { ...document, otherNames: ["n0"] } as Document, by("late1"));
  for (let round = 0; round < 150; round += 1)
    document = nextVersion(rule, document, { ...document, otherNames: [`n${round}`] } as Document, by("dev1"));
  expect(JSON.stringify(document.stamps).length).toBeLessThan(4_000);
  expect(unresolvedConflicts(rule, merge(rule, document, late)).map(({ field }) => field)).toEqual(["otherNames"]);
});
