import { adultsWith } from "../../../src/domain/child-form/same-child.ts";
import { ownerOf, siteDatabase, tierOf, walledDatabase } from "../../../src/domain/model/databases.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { ChangedDocument, ChangeHandler } from "../catch-up.ts";
import { allDocumentsOf } from "../stored-documents.ts";
import { followForm, formOf, recordsOf } from "./fill-child-form.ts";
import { keyedIds } from "./keyed-ids.ts";
import { organisationOf } from "./organisation-of.ts";
import { recordNow } from "./record-now.ts";

/**
 * Takes into the form of a child what was corrected at the site, in its record or in that of an adult whom it names, and where the child is now, but for what
 * an officer wrote. It remembers who names whom for as long as it runs.
 */
export const followChildren = (): ChangeHandler => {
  const sites = new Map<string, ChildrenOfAdults>();
  return async (couch, database, changed) => {
    const site = ownerOf(database);
    const people = changed.filter(({ kind }) => kind === "person");
    if (tierOf(database) !== "site" || site === undefined || people.length === 0) return true;
    const org = await organisationOf(couch, site);
    if (org === undefined) return true;
    const known = sites.get(database) ?? childrenOfAdults(await allDocumentsOf<Person>(couch, database, "person"));
    sites.set(database, known);
    for (const person of people) known.take(person as unknown as Person);
    const protection = walledDatabase("protection", org);
    const here = people.filter((person) => !isTombstone(person)) as unknown as readonly Person[];
    const there = new Set<string>(here.map(({ _id }) => _id));
    const named = new Set(people.flatMap(({ _id }) => [...known.of(_id)]).filter((id) => !there.has(id)));
    const all = [...here, ...(await recordsOf(couch, database, [...named]))];
    let isDone = true;
    for (const person of all.filter(isNotedChild))
      isDone = (await followForm(couch, protection, { site, person })) && isDone;
    for (const { _id } of people.filter(isMoved)) isDone = (await followMoved(couch, { site, org }, _id)) && isDone;
    return isDone;
  };
};

/** With whom a child came is noted of children alone. */
const isNotedChild = ({ noParentSince, cameWith }: Person): boolean =>
  noParentSince !== undefined || cameWith !== undefined;

const isMoved = (document: ChangedDocument): boolean =>
  (document as unknown as { readonly erased?: { readonly why?: string } }).erased?.why === "moved";

/** The record may have reached the other site before it left this one, when nothing said yet that it went there. */
const followMoved = async (
  couch: CouchClient,
  { site, org }: { readonly site: string; readonly org: string },
  id: string,
): Promise<boolean> => {
  const protection = walledDatabase("protection", org);
  if (!(await formOf(couch, protection, id))) return true;
  const { site: now } = await recordNow(couch, site, id);
  // Another organisation's site tells nothing of a child any more.
  if (now === site || (await organisationOf(couch, now)) !== org) return true;
  const [person] = await recordsOf(couch, siteDatabase(now), [id]);
  return person === undefined || followForm(couch, protection, { site: now, person });
};

type ChildrenOfAdults = { readonly take: (person: Person) => void; readonly of: (adult: string) => Iterable<string> };

/** Which children name which adults. */
const childrenOfAdults = (people: readonly Person[]): ChildrenOfAdults => {
  const named = new Map<string, readonly string[]>();
  const children = keyedIds();
  const take = (person: Person): void => {
    children.remove(person._id, named.get(person._id) ?? []);
    named.delete(person._id);
    const adults = isTombstone(person) ? [] : adultsWith(person);
    if (adults.length === 0) return;
    named.set(person._id, adults);
    children.add(person._id, adults);
  };
  people.forEach(take);
  return { take, of: (adult) => children.of([adult]) };
};
