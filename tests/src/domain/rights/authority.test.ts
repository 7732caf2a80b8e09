import { expect, test } from "vitest";
import { validateUpdate } from "../../../../server/design/validate-update.ts";
import { sitesOfTrip } from "../../../../server/workers/trip-databases.ts";
import { deepEqual } from "../../../../src/domain/merge/deep-equal.ts";
import type { NewDocument } from "../../../../src/domain/merge/new-document.ts";
import { firstVersion, nextVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import type { DatabaseType } from "../../../../src/domain/model/kind.ts";
import { type KindName, kinds } from "../../../../src/domain/model/kinds.ts";
import type { Result } from "../../../../src/domain/model/result.ts";
import { mayBegin, mayChange } from "../../../../src/domain/rights/authority.ts";
import { arrive, board } from "../../../../src/domain/transport/boarding.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { someDocuments } from "../../../support/data/document-versions.ts";

const at = "2026-11-25T08:00:00.000Z";
const author = { by: "lena", device: "lublin1", at };
const stops = [
  { place: "M", site: "medyka", kind: "pick_up", plannedAt: at },
  { place: "P", site: "przemysl", kind: "pick_up", plannedAt: at },
  { place: "L", site: "lublin", kind: "drop", plannedAt: at },
];
const trip = aDocument("trip", "01", { stops });
const line = aDocument("line", "01.a", { tripId: "trip:01" });
const left = aDocument("scan", "01.1.depart", { tripId: "trip:01", event: "depart", counted: 1 });

/** Why the server refuses it; nothing where it takes it. */
const refusal = (db: string, roles: readonly string[], next: Document, before: Document | null = null) => {
  try {
    return validateUpdate(next as never, before, { db, name: "lena", roles });
  } catch (thrown) {
    return thrown;
  }
};
const begun = ({ kind, id, content }: NewDocument): Document =>
  firstVersion(kinds[kind as KindName], id, content, author) as Document;
const made = (result: Result<NewDocument, { readonly type: string }>): NewDocument => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const atTheDoor = [
  { what: "somebody gets in", act: () => board({ trip, lines: [line], scans: [] }, line, author) },
  { what: "the bus arrives", act: () => arrive({ trip, lines: [], scans: [left] }, author) },
];

const notTheirs = { forbidden: "not_your_role" };

const letIn = [
  ...sitesOfTrip(trip).map((site) => ["account", `lead:${site}`, "trip:01"]),
  ["account", "driver", "trip:01"],
  ["account", "volunteer:medyka", "trip:01"],
  ["account", "coordinator", "trip:01"],
  ["account", "lead:lublin", "trip:02", "trip:01"],
];

test.each(atTheDoor)("Whoever is let into a trip may note there that $what", ({ act }) => {
  const scan = begun(made(act()));
  for (const roles of letIn) {
    expect({ roles, refused: refusal("trip-01", roles, scan) }).toEqual({ roles, refused: undefined });
    expect(mayBegin(roles, { database: "trip-01", site: trip.site }, "scan")).toBe(true);
  }
});

test("Whoever is let into another trip, or into none, may not", () => {
  const scan = begun(made(arrive({ trip, lines: [], scans: [left] }, author)));
  for (const roles of [
    ["account", "lead:lublin", "trip:02"],
    ["account", "lead:lublin"],
    ["account", "trip:011"],
  ]) {
    expect(refusal("trip-01", roles, scan)).toEqual(notTheirs);
    expect(mayBegin(roles, { database: "trip-01", site: trip.site }, "scan")).toBe(false);
  }
});

test("At the other end the list and the plan are not theirs, in the trip and at the site", () => {
  const roles = ["account", "lead:lublin", "trip:01"];
  const off = nextVersion(kinds.line.rule, line, { ...line, status: "cancelled" }, author);
  expect(refusal("trip-01", roles, off, line)).toEqual({ forbidden: "not_your_field:status" });
  expect(mayChange(roles, "trip-01", line, "status")).toBe(false);
  expect(mayChange(roles, "trip-01", line, "handover")).toBe(true);
  expect(mayBegin(roles, { database: "trip-01", site: "medyka" }, "line")).toBe(false);
  expect(mayChange(roles, "site-medyka", trip, "status")).toBe(false);
  expect(mayBegin(roles, { database: "site-medyka", site: "medyka" }, "trip")).toBe(false);
});

test("A role opens no other kind of database with the same key", () => {
  expect(mayBegin(["account", "trip:01"], { database: "site-01", site: "01" }, "person")).toBe(false);
  expect(mayBegin(["account", "trip:01"], { database: "directory", site: undefined }, "vehicle")).toBe(false);
});

const databaseOf: Readonly<Record<DatabaseType, string>> = {
  ...{ directory: "directory", site: "site-medyka", trip: "trip-01" },
  ...{ case: "case-org-1", care: "care-medyka", protection: "protection-org-1" },
};

test("What the app offers to begin is what the server takes, kind by kind and place by place", () => {
  const parties = [
    ...letIn,
    ["account", "lead:medyka"],
    ["account", "volunteer:medyka"],
    ["account", "driver"],
    ["account", "care:medyka"],
  ];
  for (const kind of Object.values(kinds))
    for (const home of kind.homes)
      for (const roles of parties) {
        const database = databaseOf[home];
        const [document] = someDocuments(kind, 1, { by: "lena", site: "medyka", key: "1", seed: 7 });
        const site = typeof document?.site === "string" ? document.site : undefined;
        const offered = mayBegin(roles, { database, site }, kind.name as KindName);
        const taken = document !== undefined && !deepEqual(refusal(database, roles, document), notTheirs);
        expect({ kind: kind.name, database, roles, offered }).toEqual({
          kind: kind.name,
          database,
          roles,
          offered: taken,
        });
      }
});
