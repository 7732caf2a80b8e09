import { firstVersion } from "../../src/domain/merge/next-version.ts";
import { checkDocument } from "../../src/domain/model/check-document.ts";
import type { Document } from "../../src/domain/model/document.ts";
import type { Id } from "../../src/domain/model/field.ts";
import { groupBy } from "../../src/domain/model/group-by.ts";
import type { Person } from "../../src/domain/model/kinds/person.ts";
import { kindNamed } from "../../src/domain/model/kinds.ts";
import { err, ok, type Result } from "../../src/domain/model/result.ts";
import { checkReferences } from "./checks/check-references.ts";
import { checkTimes } from "./checks/check-times.ts";
import type { Draft, Drafts } from "./drafts/draft.ts";
import { draftPeople } from "./drafts/draft-people.ts";
import { draftPlaces } from "./drafts/draft-places.ts";
import { draftRollCalls } from "./drafts/draft-roll-calls.ts";
import { draftStays } from "./drafts/draft-stays.ts";
import { draftTrips } from "./drafts/draft-trips.ts";
import { homesOf } from "./drafts/homes.ts";
import { slugOf } from "./mapping/map-site.ts";
import type { Mapping } from "./mapping/mapping.ts";
import { shiftDay, shiftInstant } from "./mapping/shift-days.ts";
import type { ImportError, ImportFile } from "./source/import-error.ts";
import { readSource } from "./source/read-source.ts";
import { placeOf } from "./source/row.ts";
import { type Tables, tablesOf } from "./source/tables.ts";

export type ImportOptions = {
  /** ISO day. */
  readonly today: string;
  /** Puts everything at this site, whatever the files say. */
  readonly site?: string;
  /** Moves every date but birth dates by so many days. */
  readonly shiftDays?: number;
};

/** What is to be written, database by database, in the order in which it may be read; nothing of it is written yet. */
export type ImportPlan = {
  readonly databases: readonly { readonly name: string; readonly documents: readonly Document[] }[];
  /** How many records of the files were not taken over, by what they are. */
  readonly leftOut: Readonly<Record<string, number>>;
};

/**
 * Reads the files, checks them as a whole and maps them to documents of ours, each of which passes the check of its kind. When
 * anything is wrong there is no plan, only a list of what is wrong. The same files always give the same ids.
 */
export const planImport = (
  files: readonly ImportFile[],
  options: ImportOptions,
): Result<ImportPlan, readonly ImportError[]> => {
  const read = files.map(readSource);
  const unreadable = read.flatMap((source) => (source.ok ? [] : [source.error]));
  if (unreadable.length > 0) return err(unreadable);
  const { tables, errors } = tablesOf(read.flatMap((source) => (source.ok ? [source.value] : [])));
  if (errors.length > 0) return err(errors);
  const wrong = [...checkReferences(tables, options.site !== undefined), ...checkTimes(tables)];
  return wrong.length > 0 ? err(wrong) : planOf(draftAll(tables, options), options);
};

const draftAll = (tables: Tables, options: ImportOptions): readonly Drafts[] => {
  const mapping = mappingFor(tables, options);
  const homes = homesOf(tables);
  const homeOfGroup = (group: string) => mapping.slugOf(homes.get(group) ?? "") ?? "";
  const groupOf = new Map(tables.people.map(({ value }) => [value.id, value.groupId]));
  const homeOf = (person: string) => homeOfGroup(groupOf.get(person) ?? "");
  const people = draftPeople(tables, homeOfGroup, mapping);
  const personById = new Map(people.drafts.map(({ document }) => [document.id, document]));
  const personOf = (key: string): Person | undefined => {
    const found = personById.get(mapping.id("person", key));
    return found && ({ _id: found.id, ...found.content } as Person);
  };
  return [
    draftPlaces(tables, mapping, shiftDay(options.today, -(options.shiftDays ?? 0))),
    people,
    draftStays(tables, homeOf, mapping),
    draftRollCalls(tables, homeOf, mapping),
    draftTrips(tables, personOf, mapping),
  ];
};

const mappingFor = (tables: Tables, { site, shiftDays = 0 }: ImportOptions): Mapping => {
  const slugs = new Map(tables.sites.map(({ value }) => [value.id, slugOf(value)]));
  return {
    id: <K extends string>(kind: K, key: string): Id<K> => `${kind}:import-${key.toLowerCase()}`,
    slugOf: (key) => site ?? slugs.get(key),
    day: (day) => shiftDay(day, shiftDays),
    instant: (instant) => shiftInstant(instant, shiftDays),
  };
};

const planOf = (parts: readonly Drafts[], { today }: ImportOptions): Result<ImportPlan, readonly ImportError[]> => {
  const made = parts.flatMap(({ drafts }) => drafts).map((draft) => ({ draft, document: documentOf(draft, today) }));
  const errors = [...parts.flatMap(({ errors }) => errors), ...made.flatMap(problemsOf), ...secondOf(made)];
  if (errors.length > 0) return err(errors);
  const byDatabase = groupBy(made, ({ draft }) => draft.database);
  return ok({
    databases: [...byDatabase].map(([name, list]) => ({ name, documents: list.map(({ document }) => document) })),
    leftOut: Object.assign({}, ...parts.map(({ leftOut }) => leftOut)) as Record<string, number>,
  });
};

type Made = { readonly draft: Draft; readonly document: Document };

/** Two records that come to one document: one room twice at a site, one person twice on a list, two sites of one slug. */
const secondOf = (made: readonly Made[]): readonly ImportError[] => {
  const seen = new Set<string>();
  return made.flatMap(({ draft, document }): ImportError[] => {
    const keys = [document._id, ...(document.kind === "site" ? [`slug ${document.site}`] : [])];
    const again = keys.find((key) => seen.has(`${draft.database}/${key}`));
    for (const key of keys) seen.add(`${draft.database}/${key}`);
    return again === undefined ? [] : [{ ...placeOf(draft.origin, ["id"]), type: "DuplicateId", id: again }];
  });
};

const documentOf = ({ document, at }: Draft, today: string): Document => {
  const author = { by: "import", device: "import", at: at ?? `${today}T00:00:00.000Z` };
  return firstVersion(
    kindNamed(document.kind) ?? { name: document.kind, version: 1 },
    document.id,
    document.content,
    author,
  );
};

const problemsOf = ({ draft, document }: Made): readonly ImportError[] => {
  const kind = kindNamed(document.kind);
  const problems = kind ? checkDocument(kind, document) : [{ field: "kind", type: "NotValid" as const }];
  return problems.map(({ field, type }) => ({
    ...placeOf(draft.origin),
    field: `${document.kind}.${field}`,
    type,
  }));
};
