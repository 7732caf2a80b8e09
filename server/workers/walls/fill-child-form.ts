import {
  followRecord,
  type KnownAtSite,
  knownAtSite,
  type SiteField,
} from "../../../src/domain/child-form/follow-record.ts";
import { childFormId } from "../../../src/domain/child-form/form-id.ts";
import { adultsWith } from "../../../src/domain/child-form/same-child.ts";
import { authorOf } from "../../../src/domain/merge/edits-of.ts";
import { authorIn, firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import { directoryDatabase, siteDatabase } from "../../../src/domain/model/databases.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import { type Child, child as childKind } from "../../../src/domain/model/kinds/child.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import type { Site } from "../../../src/domain/model/kinds/site.ts";
import type { CouchClient } from "../../couch-client.ts";
import { documentAt, documentsAt } from "../read-documents.ts";
import { serverAuthor, serverDevice } from "../server-author.ts";
import { copyEach, type Stored, writeEach } from "../stored-documents.ts";
import { recordNow } from "./record-now.ts";

/** What the site says of a child, and the fields of which it can say nothing now: adults whom the child came with may be at another site. */
export const knownOfChild = async (
  couch: CouchClient,
  person: Person,
): Promise<{ readonly known: KnownAtSite; readonly open: readonly SiteField[] }> => {
  const place = (await documentAt<Site>(couch, directoryDatabase, `site:${person.site}`))?.name ?? person.site;
  const named = adultsWith(person);
  const adults = await recordsOf(couch, siteDatabase(person.site), named);
  const notedBy = person.noParentSince && authorOf(person as unknown as Document, "noParentSince");
  return {
    known: knownAtSite(person, { place, adults: adults.map(nameOf).filter(Boolean), notedBy }),
    open: adults.length < named.length ? ["adultName"] : [],
  };
};

/** Begins the form of a child from what the site knows. Where it is begun already it stays. */
export const beginForm = async (
  couch: CouchClient,
  database: string,
  content: object & Pick<Child, "personId">,
  at: string,
): Promise<boolean> => {
  const made = firstVersion(
    childKind,
    childFormId(content.personId),
    { ...content },
    authorIn(serverAuthor(at), database),
  );
  return (await copyEach(couch, database, [made])) !== "again";
};

/**
 * Writes into a form that is there what the site of a child says now, where no officer wrote. Another site than the form names is believed only where the
 * child's record went there: who knows the id of a child could say elsewhere where it is. False where another write came in between.
 */
export const followForm = async (
  couch: CouchClient,
  database: string,
  { site, person }: { readonly site: string; readonly person: Person },
): Promise<boolean> => {
  const form = await formOf(couch, database, person._id);
  if (!form) return true;
  if (form.site !== site && (await recordNow(couch, form.site, person._id)).site !== site) return true;
  const { known, open } = await knownOfChild(couch, person);
  return writeForm(couch, database, form, followRecord(form, known, serverDevice, open), latestEditOf(person));
};

export const formOf = async (
  couch: CouchClient,
  database: string,
  personId: string,
): Promise<Stored<Child> | undefined> => {
  const form = await documentAt<Child>(couch, database, childFormId(personId));
  return form && !isTombstone(form) ? form : undefined;
};

export const writeForm = async (
  couch: CouchClient,
  database: string,
  form: Stored<Child>,
  changed: Child,
  at: string,
): Promise<boolean> => {
  if (form === changed) return true;
  const [before, after] = [form, changed].map(withoutRevision) as [Document, Document];
  const next = nextVersion(childKind.rule, before, after, authorIn(serverAuthor(at), database));
  return (await writeEach(couch, database, [{ ...next, _rev: form._rev }])) !== "again";
};

const withoutRevision = (form: object): object => {
  const { _rev, _conflicts, ...document } = form as Stored<Document>;
  return document;
};

/** The records of some people, as far as they are at a site. */
export const recordsOf = async (
  couch: CouchClient,
  database: string,
  keys: readonly string[],
): Promise<readonly Person[]> => {
  const found = await documentsAt<Person>(couch, database, keys);
  return found.filter((person) => !isTombstone(person));
};

export const nameOf = ({ familyName, givenName }: Pick<Person, "familyName" | "givenName">): string =>
  [familyName, givenName].filter(Boolean).join(" ");

/** Two servers that follow one edit write the same. */
const latestEditOf = ({ createdAt, stamps: { edits } }: Person): string =>
  Object.values(edits).reduce((latest, [, at]) => (at > latest ? at : latest), createdAt);
