import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { dominates, merge } from "../../../src/domain/merge/merge.ts";
import type { Content } from "../../../src/domain/merge/next-version.ts";
import { firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import { isList } from "../../../src/domain/merge/shown-value.ts";
import { compareStamps, type Stamp } from "../../../src/domain/merge/stamps.ts";
import { checkDocument } from "../../../src/domain/model/check-document.ts";
import { contentFields, type Document } from "../../../src/domain/model/document.ts";
import type { Kind } from "../../../src/domain/model/kind.ts";
import { contentOf } from "../data/schema-arbitraries.ts";

/** A write as the oracle remembers it: what its writer's version held when it was made. */
type Written = {
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  /** What was shown to its writer. */
  readonly before: unknown;
  readonly past: ReadonlySet<string>;
};
type Replica = { document: Document; known: ReadonlySet<string>; readonly device: string };
type Step = readonly [what: number, who: number, other: number, content: number, fields: number];

const devices = ["dev1", "dev2", "dev3"];
const step = fc.tuple(fc.nat(3), fc.nat(2), fc.nat(2), fc.nat(39), fc.nat(0xffff));

/** Runs `cases` random histories of three devices on one document of the kind and throws at the first broken law. */
export const checkMergeInvariants = (kind: Kind, cases: number, seed: number): void => {
  const contents = fc
    .sample(contentOf(kind), { numRuns: 40, seed })
    .map((content) => JSON.parse(JSON.stringify(content)));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.boolean(), (steps, madeTwice) => {
      const history = play(kind, contents, steps, madeTwice);
      hold(kind, history.replicas, history.written);
    }),
    { numRuns: cases, seed },
  );
};

const play = (kind: Kind, contents: readonly Content[], steps: readonly Step[], madeTwice: boolean) => {
  const written: Written[] = [];
  const replicas = devices.map((device): Replica => {
    const maker = madeTwice ? device : "dev1";
    const content = contents[madeTwice ? devices.indexOf(device) : 0] ?? {};
    const document = firstVersion(kind, `${idPrefix(kind)}:1`, content, author(maker));
    if (madeTwice || device === "dev1") remember(written, document, Object.keys(document), new Set());
    return { document, known: new Set([`1.${maker}`]), device };
  });
  for (const [what, who, other, content, fields] of steps) {
    const [replica, peer] = [replicas[who], replicas[other]];
    if (!replica || !peer) continue;
    if (what === 0) pull(kind, replica, peer);
    else edit(kind, replica, contents[content] ?? {}, fields, written);
  }
  return { replicas, written };
};

const pull = (kind: Kind, into: Replica, from: Replica): void => {
  into.document = merge(kind.rule, into.document, from.document);
  into.known = new Set([...into.known, ...from.known]);
};

const edit = (kind: Kind, replica: Replica, content: Content, mask: number, written: Written[]): void => {
  const chosen = Object.entries(content).filter((_, index) => (mask >> (index % 16)) & 1);
  const after = nextVersion(
    kind.rule,
    replica.document,
    { ...replica.document, ...Object.fromEntries(chosen) },
    author(replica.device),
  );
  if (after === replica.document) return;
  const stamp = Object.keys(after.stamps.edits).find((used) => !replica.known.has(used)) ?? "";
  const changed = chosen.map(([field]) => field).filter((field) => after.stamps.own?.[field] === stamp);
  remember(written, after, changed, replica.known, { stamp, before: replica.document });
  replica.document = after;
  replica.known = new Set([...replica.known, stamp]);
};

const remember = (
  written: Written[],
  document: Document,
  fields: readonly string[],
  past: ReadonlySet<string>,
  edited?: { readonly stamp: Stamp; readonly before: Document },
) => {
  for (const field of contentFields(document).filter((present) => fields.includes(present)))
    written.push({
      id: edited?.stamp ?? document.stamps.base,
      field,
      value: document[field],
      before: edited?.before[field],
      past,
    });
};

const hold = (kind: Kind, replicas: readonly Replica[], written: readonly Written[]): void => {
  const [a, b, c] = replicas.map((replica) => replica.document) as [Document, Document, Document];
  const join = (x: Document, y: Document) => merge(kind.rule, x, y);
  const both = join(a, b);
  const all = join(both, c);
  equal("idempotent", join(a, a), a);
  equal("idempotent after a merge", join(both, b), both);
  equal("commutative", both, join(b, a));
  equal("associative", all, join(a, join(b, c)));
  if (!dominates(all, a) || !dominates(all, b) || !dominates(all, c))
    throw new Error("a merge does not include its parts");
  if (dominates(a, b) !== isDeepStrictEqual(both, a)) throw new Error("includes() disagrees with merge()");
  const problems = checkDocument(kind, all);
  if (problems.length > 0) throw new Error(`not valid: ${JSON.stringify(problems)}`);
  holdNothingLostUnseen(kind, all, written);
  for (const field of Object.keys(kind.fields).filter((one) => isList(kind.rule(one))))
    holdTakenStaysAway(
      all,
      field,
      written.filter((write) => write.field === field),
    );
};

/**
 * An element is shown only where somebody added it whom nobody who took it away had seen; and it is shown where whoever still
 * holds it had seen all who took it away.
 */
const holdTakenStaysAway = (merged: Document, field: string, written: readonly Written[]): void => {
  const shown = elementsOf(merged[field]);
  for (const element of new Set(written.flatMap(({ value }) => elementsOf(value)))) {
    const has = (list: unknown) => elementsOf(list).includes(element);
    const taking = written.filter(({ before, value }) => has(before) && !has(value));
    const adding = written.filter(({ before, value }) => !has(before) && has(value));
    const holding = written.filter(({ id, value }) => has(value) && survivors(merged, field).includes(id));
    const isShown = shown.includes(element);
    if (isShown && adding.every(({ id }) => taking.some(({ past }) => past.has(id))))
      throw new Error(`taken away and back: ${field}`);
    if (!isShown && holding.some(({ past }) => taking.every(({ id }) => past.has(id))))
      throw new Error(`nobody took it away: ${field}`);
  }
};

const elementsOf = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.map((one) => JSON.stringify(one)) : [];

const holdNothingLostUnseen = (kind: Kind, merged: Document, written: readonly Written[]): void => {
  for (const write of written) {
    const kept = survivors(merged, write.field);
    if (kept.includes(write.id)) continue;
    const replacedKnowingly = written.some((later) => later.field === write.field && later.past.has(write.id));
    if (!replacedKnowingly) throw new Error(`lost unseen: ${write.field} of ${write.id}`);
  }
  for (const field of contentFields(merged)) {
    const [top] = survivors(merged, field).sort((x, y) => compareStamps(y, x));
    const newest = written.find((write) => write.field === field && write.id === top);
    if (kind.rule(field) === "newest" && newest && !isDeepStrictEqual(newest.value, merged[field]))
      throw new Error(`not the newest value is shown: ${field}`);
  }
};

const survivors = (document: Document, field: string): Stamp[] =>
  document.rivals?.[field]?.map(([stamp]) => stamp) ?? [document.stamps.own?.[field] ?? document.stamps.base];

const author = (device: string) => ({ by: `user-${device}`, device, at: "2026-11-24T08:00:00.000Z" });
const idPrefix = (kind: Kind) => kind.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const equal = (law: string, x: Document, y: Document) => {
  if (!isDeepStrictEqual(x, y)) throw new Error(`not ${law}`);
};
