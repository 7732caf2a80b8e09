import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { refusedOfChildForm } from "../../server/design/child-form-checks.ts";
import { checkDocument } from "../../src/domain/model/check-document.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { type DatabaseType, type Kind, traitsOf } from "../../src/domain/model/kind.ts";
import { type KindName, kinds } from "../../src/domain/model/kinds.ts";
import {
  isWritable,
  mayCreate,
  mayImportForOthers,
  type Role,
  rights,
  serverFields,
  type WritableFields,
} from "../../src/domain/rights/authority.ts";
import { isOwnWrite, newWrites } from "../../src/domain/rights/authorship.ts";
import { damageOf } from "../support/data/damage.ts";
import { changesOf, documentWithin, someDocuments } from "../support/data/document-versions.ts";
import { openValidator, type Writer } from "../support/server/open-validator.ts";

const seed = Number(process.env.SEED ?? 20_261_124);
const cases = Number(process.env.CASES ?? 300);
let judge: Awaited<ReturnType<typeof openValidator>>;

beforeAll(async () => {
  judge = await openValidator();
});

const databases = {
  ...{ directory: "directory", site: "site-medyka", trip: "trip-01" },
  ...{ case: "case-org-1", care: "care-medyka", protection: "protection-org-1" },
} as const;
const roles: readonly Role[] = ["coordinator", "lead", "volunteer", "driver", "case", "care", "protection"];
const homes = Object.keys(rights) as DatabaseType[];
const everyKind = Object.values<Kind>(kinds);
const rolesAt = (role: Role, site: string) => {
  if (role === "case" || role === "protection") return `${role}:org-1`;
  return role === "lead" || role === "volunteer" || role === "care" ? `${role}:${site}` : role;
};
const writer = (role: Role, home: DatabaseType, site = "medyka"): Writer => ({
  db: databases[home],
  name: "ann",
  roles: ["account", rolesAt(role, site)],
});
/** The roles that may begin a document of the kind there. */
const mayWrite = (kind: Kind, home: DatabaseType): readonly Role[] => {
  const table = Object.entries(rights[home][kind.name as KindName] ?? {}) as [Role, WritableFields][];
  return table.filter(([, reach]) => mayCreate(reach)).map(([role]) => role);
};
const making = { by: "ann", site: "medyka", key: "1", seed };
const someOf = (kind: Kind, count: number): readonly Document[] => someDocuments(kind, count, making);

const places = everyKind.flatMap((kind) =>
  homes.flatMap((home) => {
    const [role] = mayWrite(kind, home);
    return role ? [{ kind, home, role, name: kind.name }] : [];
  }),
);

describe(`The server accepts whatever the form accepts (seed ${seed})`, () => {
  test.each(places)("$name in a $home database", ({ kind, home, role }) => {
    const whole = someOf(kind, cases);
    const damages = fc.sample(damageOf(kind), { numRuns: cases, seed });
    const damaged = whole.map((document, place) => JSON.parse(JSON.stringify(damages[place]?.(document) ?? {})));
    const documents = [...whole, ...damaged];
    const verdicts = judge(
      writer(role, home),
      documents.map((document) => [document]),
    );
    // An officer hands in nothing for others, which leads and coordinators may.
    const isTheirs = (document: Document) =>
      mayImportForOthers.has(role) ||
      (isOwnWrite(document, undefined, making.by, newWrites(document, undefined)) &&
        refusedOfChildForm(document, undefined, making.by) === undefined);
    const accepted = documents.map((document) => checkDocument(kind, document).length === 0 && isTheirs(document));
    for (const [place, document] of documents.entries())
      expect({ document, accepted: verdicts[place] === undefined, why: verdicts[place] }).toMatchObject({
        accepted: accepted[place],
      });
    expect(accepted.slice(0, cases).every(Boolean)).toBe(true);
    expect(accepted.slice(cases).filter((fine) => !fine).length).toBeGreaterThan(cases / 3);
  });
});

describe("Who may write what, where", () => {
  const cells = everyKind.flatMap((kind) => homes.flatMap((home) => roles.map((role) => ({ kind, home, role }))));

  test("is the table of authority.ts, cell by cell", () => {
    for (const { kind, home, role } of cells) {
      const [verdict] = judge(writer(role, home), [
        [documentWithin(kind, rights[home][kind.name as KindName]?.[role] ?? "all", making)],
      ]);
      expect({ kind: kind.name, home, role, accepted: verdict === undefined, verdict }).toMatchObject({
        accepted: kind.homes.includes(home) && mayWrite(kind, home).includes(role),
      });
    }
  });

  test("is the table field by field: a change of what is not theirs is refused, whatever else is changed", () => {
    let refused = 0;
    for (const { kind, home, role } of cells) {
      const reach = rights[home][kind.name as KindName]?.[role];
      if (!reach || !kind.homes.includes(home)) continue;
      const { before, changes } = changesOf(kind, making);
      for (const [field, incoming] of changes) {
        const isTheirs = isWritable(reach, field) && !serverFields.has(field);
        const [verdict] = judge(writer(role, home), [[incoming, before]]);
        expect({ kind: kind.name, home, role, field, verdict: verdict ?? "accepted" }).toMatchObject({
          verdict: isTheirs ? "accepted" : `forbidden: not_your_field:${field}`,
        });
        refused += isTheirs ? 0 : 1;
      }
    }
    expect(refused).toBeGreaterThan(20);
  });

  test("nobody without an account writes anything, and an account alone is not enough", () => {
    for (const { kind, home } of cells) {
      const attempt = [[someOf(kind, 1)[0] ?? {}]] as const;
      expect(judge({ db: databases[home], name: null, roles: [] }, attempt)[0]).toBe("unauthorized: sign_in");
      expect(judge({ db: databases[home], name: "ann", roles: ["account"] }, attempt)[0]).toMatch(/^forbidden: /);
    }
  });

  test("nothing is deleted", () => {
    for (const { kind, home, role } of places) {
      const [document] = someOf(kind, 1);
      const gone = { ...document, _deleted: true };
      expect(judge(writer(role, home), [[gone, document]])).toEqual(["forbidden: nothing_is_deleted"]);
      expect(judge(writer(role, home), [[{ _id: document?._id, _deleted: true }, document]])).toEqual([
        "forbidden: nothing_is_deleted",
      ]);
    }
  });

  test("a lead of another site writes nothing here, under either site's name", () => {
    for (const { kind, home } of places.filter(({ kind }) => "site" in kind.fields)) {
      const [document] = someOf(kind, 1);
      const stranger = writer("lead", home, "przemysl");
      const moved = { ...document, site: "przemysl" };
      for (const attempt of [[document ?? {}], [document ?? {}, document], [moved, document]] as const)
        expect(judge(stranger, [attempt])[0]).toMatch(/^forbidden: (not_your_role|other_site|fixed:site)/);
      if (home === "site") expect(judge(stranger, [[moved]])).toEqual(["forbidden: other_site"]);
    }
  });

  test("what is fixed stays, for everybody", () => {
    for (const { kind, home, role } of places) {
      const [before, other] = someOf(kind, 2);
      for (const field of Object.keys(kind.fields).filter((name) => traitsOf(kind.fields[name])?.fixed)) {
        if (!before || !other || before[field] === undefined) continue;
        const changed = field === "site" ? "lviv" : other[field];
        if (changed === before[field]) continue;
        const [verdict] = judge(writer(role, home), [[{ ...before, [field]: changed }, before]]);
        expect({ kind: kind.name, field, verdict: verdict ?? "accepted" }).not.toMatchObject({ verdict: "accepted" });
      }
    }
  });

  test("a document never becomes one of another kind, or of one that nobody knows", () => {
    const [person] = someOf(kinds.person, 1);
    const [group] = someOf(kinds.group, 1);
    const lead = writer("lead", "site");
    expect(judge(lead, [[{ ...group, _id: person?._id }, person]])).toEqual(["forbidden: other_kind"]);
    expect(judge(lead, [[{ ...person, kind: "constructor" }]])).toEqual(["forbidden: unknown_kind"]);
    expect(judge(lead, [[{ ...person, kind: undefined }]])).toEqual(["forbidden: unknown_kind"]);
  });

  test("fields that nobody knows are taken, but no known field, header or version that would stop a phone", () => {
    const [person] = someOf(kinds.person, 1);
    const newer = { ...person, future: true };
    expect(judge(writer("lead", "site"), [[newer]])).toEqual([undefined]);
    expect(judge(writer("lead", "site"), [[{ ...newer, v: 99 }]])).toEqual(["forbidden: version"]);
    expect(judge(writer("lead", "site"), [[{ ...newer, v: 99, sex: { anything: 1 } }]])[0]).toMatch(/sex/);
    for (const stamps of [null, 7, {}, { base: "1.dev1", seen: null, edits: {} }])
      expect(judge(writer("volunteer", "site"), [[{ ...newer, stamps }]])[0]).toMatch(/^forbidden: \w+:stamps/);
    expect(judge(writer("volunteer", "site"), [[{ ...newer, rivals: { sex: 1 } }]])[0]).toMatch(/rivals/);
    expect(judge(writer("volunteer", "site"), [[{ ...newer, big: "x".repeat(70_000) }]])[0]).toMatch(/TooLarge/);
  });
});
