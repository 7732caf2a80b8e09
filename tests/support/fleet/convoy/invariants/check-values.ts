import { writesOf } from "../../../../../src/domain/merge/writes.ts";
import { siteDatabase } from "../../../../../src/domain/model/databases.ts";
import type { Document } from "../../../../../src/domain/model/document.ts";
import { isTombstone } from "../../../../../src/domain/model/kind.ts";
import type { Convoy } from "../convoy.ts";
import { groupId, personId } from "../play/people.ts";
import type { Stored } from "./check-copies.ts";

const people = [0, 1, 2].map(personId);

/**
 * Holds at rest: P1 (a value that nobody replaced who had seen it is shown, or waits beside what is), P4 (everybody is at one site, and
 * whose record has ended at none), P7 (nothing of who has ended is anywhere).
 */
export const checkValues = (convoy: Convoy, stored: Stored): void => {
  const { slugs, ledger, travellers } = convoy;
  const sites = slugs.flatMap((slug) => stored.get(siteDatabase(slug)) ?? []);
  const unsent = travellers.flatMap(({ phone }) =>
    phone.store.databases().flatMap((name) => phone.store.unsent(name).map(({ document }) => document)),
  );
  const ended = endedIn(convoy, sites);
  const found = new Set([...stored.values(), unsent].flat().flatMap(wordsOf));
  const lost = ledger.standing().filter(([value, subject]) => !ended.has(subject) && !found.has(value));
  if (lost.length > 0) throw new Error(`P1: lost: ${lost.join("; ")}`);
  for (const id of people) {
    const homes = sites.filter((document) => document._id === id && !isTombstone(document)).map(({ site }) => site);
    const expected = ended.has(id) ? 0 : 1;
    if (homes.length !== expected) throw new Error(`P4: ${id} is at ${homes.length} sites (${homes}), not ${expected}`);
    const left = sites.filter(({ _id, ...document }) => _id === id && isTombstone(document)).flatMap(wordsOf);
    if (left.length > 0) throw new Error(`P7: ${left} of ${id} is left where it was taken away`);
  }
  if (
    !sites.some((document) => document._id === groupId && !isTombstone(document)) &&
    !people.slice(0, 2).every((id) => ended.has(id))
  )
    throw new Error("P4: the group is nowhere");
};

/** Whose last day was yesterday, as far as the server was told. */
const endedIn = ({ ledger }: Convoy, sites: readonly Document[]): ReadonlySet<string> =>
  new Set(
    [...ledger.ended()].filter((id) =>
      sites.some(
        (document) => document._id === id && (document.erased as { why?: string } | undefined)?.why === "expired",
      ),
    ),
  );

/** What the sequence made up, of all that is shown or waits. */
const wordsOf = (document: object): readonly string[] =>
  JSON.stringify([...writesOf(document as Document).values()].map((values) => [...values.values()])).match(
    /(?<=")w\d+(?=")/g,
  ) ?? [];
