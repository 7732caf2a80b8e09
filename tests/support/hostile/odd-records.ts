import fc from "fast-check";
import { checkDocument } from "../../../src/domain/model/check-document.ts";
import { directoryDatabase, siteDatabase } from "../../../src/domain/model/databases.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { type Kind, traitsOf } from "../../../src/domain/model/kind.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { damageOf } from "../data/damage.ts";
import { aDocument } from "../data/document-versions.ts";
import type { HostileRecords } from "./hostile-records.ts";
import { oddValue } from "./odd-values.ts";

/** The key of the odd records of a round: they name each other. */
export const oddKey = (round: number): string => `odd${String(round).padStart(23, "0")}`;

/**
 * Odd records of every kind that live in a site or in the directory: in even rounds what the rules take, with the oddest values that they
 * allow; in odd rounds what older servers took, or an administrator wrote, with values that nobody can read.
 */
export const oddRecords = (site: string, rounds: number, seed: number): HostileRecords => {
  const found = new Map<string, Document[]>();
  for (const kind of Object.values<Kind>(kinds)) {
    const database = kind.homes.includes("directory") ? directoryDatabase : siteDatabase(site);
    if (kind.homes.every((home) => home === "trip")) continue;
    const damages = fc.sample(damageOf(kind), { numRuns: rounds, seed });
    for (let round = 0; round < rounds; round += 1) {
      const odd = oddRecord(kind, site, round);
      const record = round % 2 === 0 ? odd : spoilt(odd, damages[round]);
      found.set(database, [...(found.get(database) ?? []), record]);
    }
  }
  return found;
};

const oddRecord = (kind: Kind, site: string, round: number): Document => {
  const fields = Object.entries(kind.fields).filter(([field]) => !elsewhere.has(field));
  const content = fields.flatMap(([field, schema], place) =>
    schema.type === "exact_optional" && (round + place) % 4 === 3
      ? []
      : [[field, traitsOf(schema)?.fixed && field === "site" ? site : oddValue(schema, round + place, oddKey(round))]],
  );
  const made = aDocument(kind, Object.fromEntries(content), { by: "vera", site, key: oddKey(round) });
  const document = {
    ...made,
    future: { [`${round}`]: ["\u202e", null, 1e300] },
    ...("expiresAt" in made && { expiresAt: "2199-12-31" }),
  };
  const problems = checkDocument(kind, document);
  if (problems.length > 0) throw new Error(`${kind.name} of round ${round}: ${JSON.stringify(problems)}`);
  return document;
};

/** A value or two that cannot be read; the header stays one that can be stored. */
const spoilt = (document: Document, damage: ((document: Document) => object) | undefined): Document => {
  const { _id, kind, createdBy, createdDevice, stamps } = document;
  const damaged = JSON.parse(JSON.stringify(damage?.(document) ?? {})) as Document;
  const { rivals: _rivals, ...content } = {
    ...damaged,
    arrivedAt: "9999-99-99T99:99:99Z",
    at: "2026-13-01T08:00:00Z",
  } as Document & Record<string, unknown>;
  return {
    ...content,
    _id,
    kind,
    createdBy,
    createdDevice,
    stamps,
    v: 1,
    createdAt: "yesterday",
    rivals,
  } as unknown as Document;
};

/** Values that were written unseen of each other, of which one cannot be read. */
const rivals = {
  familyName: [["1.dev2", { not: "a name" }], ["1.dev1"]],
  future: [["1.dev2", "\u202e"], ["1.dev1"]],
};

/** Would take the record off the screens, or to another site. */
const elsewhere: ReadonlySet<string> = new Set(["mergedFrom", "mergedInto", "movesTo", "destinationSite", "voided"]);
