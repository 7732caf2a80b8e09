import { isAgreed } from "../intake/withdrawal.ts";
import { coordinatorRole, databaseTypeOf, tripDatabase, walledDatabase } from "../model/databases.ts";
import type { Document } from "../model/document.ts";
import type { DatabaseType, WalledTier } from "../model/kind.ts";
import type { Person } from "../model/kinds/person.ts";
import type { KindName } from "../model/kinds.ts";

/** What an account is, seen from one database. */
export type Role = "coordinator" | "lead" | "volunteer" | "driver" | WalledTier;

/** Which fields of a document a role writes. A role with only some of them cannot begin one. */
export type WritableFields = "all" | { readonly except: readonly string[] } | { readonly only: readonly string[] };

export type Rights = Readonly<Partial<Record<Role, WritableFields>>>;

/** What its readers write of what the workers place behind a wall: that they took charge, and what was done. */
const walled = (tier: WalledTier): Readonly<Partial<Record<KindName, Rights>>> => ({
  confidentialNote: { [tier]: { only: ["takenBy", "takenAt", "measures", "done", "settled"] } },
  handedIn: { [tier]: { only: ["record", "taken"] } },
});

/**
 * Who may write which fields of which kind where: the table from which `validate_doc_update` is made. What is not here nobody but
 * the server's own workers writes. Reading is granted by database (`_security`), never here.
 */
export const rights: Readonly<Record<DatabaseType, Readonly<Partial<Record<KindName, Rights>>>>> = {
  directory: {
    organisation: { coordinator: "all" },
    site: { coordinator: "all" },
    room: { coordinator: "all", lead: "all" },
    bed: { coordinator: "all", lead: "all" },
    vehicle: { coordinator: "all" },
    driver: { coordinator: "all" },
    handedIn: { coordinator: { only: ["record", "taken"] } },
  },
  site: {
    person: {
      coordinator: "all",
      lead: "all",
      volunteer: { except: ["mergedFrom", "mergedInto", "movesTo", "notSame", "sameAsks", "withdrawalSeen"] },
    },
    group: { coordinator: "all", lead: "all", volunteer: "all" },
    stay: { coordinator: "all", lead: "all", volunteer: "all" },
    presence: { coordinator: "all", lead: "all", volunteer: "all" },
    safeguarding: {
      coordinator: "all",
      lead: "all",
      volunteer: { except: ["adultId", "adultName", "basis", "papers"] },
    },
    rollCall: { coordinator: "all", lead: "all", volunteer: "all" },
    sealedNote: { coordinator: "all", lead: "all", volunteer: "all" },
    trip: { coordinator: "all", lead: "all" },
    line: { coordinator: "all", lead: "all" },
    handedIn: { coordinator: { only: ["record", "taken"] }, lead: { only: ["record", "taken"] } },
  },
  trip: {
    line: { coordinator: "all", lead: "all", driver: { only: ["handover", "safeArrival"] } },
    scan: { coordinator: "all", lead: "all", driver: "all" },
  },
  case: walled("case"),
  care: walled("care"),
  protection: { ...walled("protection"), child: { protection: "all" } },
};

/**
 * Fields by which somebody agrees to what others wrote, and when a record is agreed to. Whoever may not write the field makes no agreement that lies there
 * hold for something else either, by whatever they write beside it.
 */
export const agreements: readonly Agreement[] = [
  { kind: "person", field: "withdrawalSeen", holds: (document) => isAgreed(document as unknown as Person) },
  { kind: "safeguarding", field: "papers", holds: ({ event }) => event === "adult_confirmed" || event === "of_age" },
];

type Agreement = {
  readonly kind: KindName;
  readonly field: string;
  readonly holds: (document: Document) => boolean;
};

/** Written by the server's own workers and by nobody else. */
export const serverFields: ReadonlySet<string> = new Set(["erased"]);

/** Kinds of event: what happened is added, never edited; `voided` takes it back. */
export const eventKinds: ReadonlySet<string> = new Set<KindName>(["presence", "safeguarding", "scan"]);

/** Of these only the author and who leads take an event back: it is one account's word, for which others answer. */
export const ownWordKinds: ReadonlySet<string> = new Set<KindName>(["safeguarding", "sealedNote"]);

/** True when a document stays as it is, whatever the role. */
export const isClosed = ({ kind, status }: Document): boolean =>
  kind === "trip" && (status === "closed" || status === "cancelled");

/** What others wrote may be handed in by these: after an accident their phones are where it still is. */
export const mayImportForOthers: ReadonlySet<Role> = new Set(["lead", "coordinator"]);

/** What others than these may fill of a record leaves room for them (`maxBytesBesideLeads`). */
export const mayFillRecords: ReadonlySet<Role> = new Set(["lead", "coordinator"]);

/** The parts that may write documents of the kind there at all, with how far each reaches. */
export const writableFieldsOf = (
  home: DatabaseType,
  kind: string,
  parts: readonly Role[],
): readonly WritableFields[] => {
  const table: Rights = rights[home][kind as KindName] ?? {};
  return parts.flatMap((part) => table[part] ?? []);
};

export const isWritable = (reach: WritableFields, field: string): boolean => {
  if (reach === "all") return true;
  return "only" in reach ? reach.only.includes(field) : !reach.except.includes(field);
};

/** A field that was written and that none of the reaches has; nothing where all is within them. */
export const firstForbiddenField = (
  reach: readonly WritableFields[],
  written: ReadonlyMap<string, unknown>,
): string | undefined => {
  if (reach.includes("all")) return undefined;
  const [only] = reach;
  // The usual case, without asking about every field.
  if (reach.length === 1 && only && only !== "all" && "except" in only)
    return only.except.find((field) => written.has(field));
  return [...written.keys()].find((field) => !reach.some((one) => isWritable(one, field)));
};

/** Where a document lies, and whose place that is. `org`: the organisation that runs it, where the database says so. */
export type Place = { readonly database: string; readonly site: string | undefined; readonly org?: string | undefined };

/** True when somebody with these roles may write the field of a document where it lies. */
export const mayChange = (roles: readonly string[], database: string, document: Document, field: string): boolean =>
  !isClosed(document) &&
  reachAt(roles, { database, site: siteIn(document) }, document.kind).some((reach) => isWritable(reach, field));

/** True when somebody with these roles may begin a document of the kind there. */
export const mayBegin = (roles: readonly string[], place: Place, kind: KindName): boolean =>
  reachAt(roles, place, kind).some(mayCreate);

export const reachAt = (roles: readonly string[], place: Place, kind: string): readonly WritableFields[] =>
  writableFieldsOf(databaseTypeOf(place.database), kind, rolesFor(roles, place.site, place));

export const siteIn = ({ site }: Document): string | undefined => (typeof site === "string" ? site : undefined);

export const mayCreate = (reach: WritableFields): boolean => reach === "all" || "except" in reach;

/**
 * The parts somebody plays for a document of `site`: `lead:medyka` leads Medyka and nothing else. Whoever is let into a trip (the
 * leads of its stops, its drivers, a coordinator) works at its door: what opens the trip is the right to what is done there. The
 * coordinators of an organisation lead each of its sites.
 */
export const rolesFor = (
  roles: readonly string[],
  site: string | undefined,
  { database, org }: Partial<Place> = {},
): readonly Role[] => {
  const parts = roles.flatMap((role): readonly Role[] => {
    if (role === "coordinator" || role === "driver") return [role];
    if (org !== undefined && role === coordinatorRole(org)) return ["lead"];
    const [part, place] = role.split(":");
    if (part === "case" || part === "care" || part === "protection")
      return walledDatabase(part, place ?? "") === database ? [part] : [];
    if (part === "trip") return database !== undefined && tripDatabase(role) === database ? ["driver"] : [];
    return (part === "lead" || part === "volunteer") && place === site ? [part] : [];
  });
  return [...new Set(parts)];
};
