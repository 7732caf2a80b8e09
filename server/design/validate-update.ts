import { deepEqual } from "../../src/domain/merge/deep-equal.ts";
import { authorsOf } from "../../src/domain/merge/edits-of.ts";
import { counterOf, floorOf } from "../../src/domain/merge/stamps.ts";
import { checkChange, lengthOf } from "../../src/domain/model/check-document.ts";
import { databaseTypeOf, tierOf } from "../../src/domain/model/databases.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { maxBytesBesideLeads, maxDocumentBytes } from "../../src/domain/model/field.ts";
import { isTombstone, type Kind, traitsOf, type Upgrade } from "../../src/domain/model/kind.ts";
import type { ConfidentialNote } from "../../src/domain/model/kinds/confidential-note.ts";
import type { Person } from "../../src/domain/model/kinds/person.ts";
import { kindNamed } from "../../src/domain/model/kinds.ts";
import { acceptedAfterDays } from "../../src/domain/retention/retention-days.ts";
import {
  agreements,
  eventKinds,
  firstForbiddenField,
  isClosed,
  isWritable,
  mayCreate,
  mayFillRecords,
  mayImportForOthers,
  ownWordKinds,
  reachAt,
  rolesFor,
  serverFields,
  siteIn,
} from "../../src/domain/rights/authority.ts";
import {
  exceedsCounterLead,
  isCreationOnly,
  isOwnWrite,
  keepsBeginning,
  newWrites,
} from "../../src/domain/rights/authorship.ts";
import { isNamedForAct } from "../../src/domain/rights/event-id.ts";
import { refusedOfChildForm } from "./child-form-checks.ts";
import type { DatabaseState } from "./security.ts";

type Incoming = Document & {
  readonly _deleted?: boolean;
  readonly _attachments?: unknown;
  readonly _revisions?: { readonly start: number };
};
type UserContext = { readonly db: string; readonly name: string | null; readonly roles: readonly string[] };

/**
 * CouchDB's `validate_doc_update` of every database: structure is the form's own check, authority is `domain/rights/authority.ts` and
 * `domain/rights/authorship.ts`. Bundled to one text that both engines of CouchDB 3.4+ run; the embedded store runs the same text.
 * Throws `{forbidden: "<reason>"}` or `{unauthorized: "<reason>"}`; a reason never holds a value of the document.
 */
export const validateUpdate = (
  incoming: Incoming,
  stored: Document | null,
  user: UserContext,
  state: DatabaseState = {},
): void => {
  if (user.roles.includes("_admin")) return;
  if (!user.name) throw { unauthorized: "sign_in" };
  if (incoming._deleted) throw { forbidden: "nothing_is_deleted" };
  if (incoming._attachments !== undefined) throw { forbidden: "no_attachments" };
  // A history that is not known here stands beside what others wrote, and would be judged as new.
  if (!stored && (incoming._revisions?.start ?? 1) > 1) throw { forbidden: "unknown_history" };
  if (isNestedBeyond(mostNested, incoming)) throw { forbidden: "nested" };
  const length = lengthOf(incoming);
  if (length > maxDocumentBytes && isOverfull(incoming, stored)) throw { forbidden: "TooLarge:" };
  const kind = kindNamed(incoming.kind);
  const tier: string | undefined = tierOf(user.db);
  if (!kind?.homes.some((home) => home === tier)) throw { forbidden: "unknown_kind" };
  const place = { database: user.db, site: siteIn(incoming), org: state.org };
  const roles = rolesFor(user.roles, place.site, place);
  const reach = reachAt(user.roles, place, kind.name);
  const attempt = { kind, incoming, length, stored: stored ?? undefined, user, state, roles, reach };
  isTheirTurn(attempt);
  staysWhatItIs(attempt);
  isSound(attempt);
  isOfKnownVersion(attempt);
  beginsAsBefore(attempt);
  leavesRoom(attempt);
  isTheirWork(attempt);
  agreesForNobody(attempt);
  endsNoSooner(attempt);
  keepsStop(attempt);
  confirmsInOwnName(attempt);
  takesChargeThemselves(attempt);
  takesBackOwnWord(attempt);
  keepsHandovers(attempt);
  isStillKept(attempt);
};

/** A CouchDB takes thousands of levels, and whoever walks through them runs out of stack. */
const mostNested = 16;

const isNestedBeyond = (levels: number, value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((part) => isNestedBeyond(levels - 1, part)));

/** Looked at before anything that takes long: what is too large would take the longest. One that was too large may become smaller. */
const isOverfull = (incoming: Incoming, stored: Document | null): boolean => {
  const { _rev, _revisions, ...document } = incoming as Incoming & { readonly _rev?: unknown };
  const length = lengthOf(document);
  return length > maxDocumentBytes && !(stored && length <= lengthOf(stored));
};

type Attempt = {
  readonly kind: Kind;
  readonly incoming: Incoming;
  /** Characters of its JSON, with what CouchDB adds; counted once. */
  readonly length: number;
  readonly stored: Document | undefined;
  readonly user: UserContext;
  readonly state: DatabaseState;
  /** What the user is at the place of the document, and what that lets them write of its kind. */
  readonly roles: ReturnType<typeof rolesFor>;
  readonly reach: ReturnType<typeof reachAt>;
};

const isTheirTurn = ({ kind, stored, state, reach }: Attempt): void => {
  if (reach.length === 0) throw { forbidden: "not_your_role" };
  if (!stored && !reach.some(mayCreate)) throw { forbidden: "not_your_role" };
  if (state.closed && kind.name !== "scan") throw { forbidden: "closed" };
};

/** A document keeps its kind, its place and whatever its kind calls fixed. */
const staysWhatItIs = ({ kind, incoming, stored, user, state }: Attempt): void => {
  if (databaseTypeOf(user.db) === "site" && `site-${incoming.site}` !== user.db) throw { forbidden: "other_site" };
  // Whoever leads another stop could otherwise lead here, by what they say of their own record.
  if (state.site !== undefined && incoming.site !== state.site) throw { forbidden: "other_site" };
  if (!stored) return;
  // Left out rather than written, what the server took away would be back.
  if (isTombstone(stored) && !isTombstone(incoming)) throw { forbidden: "erased" };
  if (stored.kind !== incoming.kind) throw { forbidden: "other_kind" };
  for (const [field, schema] of Object.entries(kind.fields)) {
    const changed = field in stored && !deepEqual(stored[field], incoming[field]);
    if (changed && traitsOf(schema)?.fixed) throw { forbidden: `fixed:${field}` };
  }
};

/** No value that would stop a phone, in whatever field; what was wrong before hinders nobody. */
const isSound = ({ kind, incoming, length, stored }: Attempt): void => {
  const { _rev, _revisions, ...document } = incoming as Incoming & { readonly _rev?: unknown };
  const [problem] = checkChange(kind, document as unknown as Document, stored, length);
  if (problem) throw { forbidden: `${problem.type}:${problem.field}` };
};

/**
 * Nobody makes a record one that older apps may not change, but by a field that only newer ones know: the app that serves phones comes from
 * here, and knows no version that the server does not.
 */
const isOfKnownVersion = ({ kind, incoming, stored }: Attempt): void => {
  const before = stored?.v ?? 1;
  if (incoming.v === before) return;
  const brings = ({ to, field }: Upgrade) =>
    to === incoming.v && (field in incoming || field in (incoming.stamps.own ?? {}));
  const isRaised = incoming.v > before && (kind.upgrades.some(brings) || isBegunIn(kind.version, incoming, stored));
  if (!isRaised) throw { forbidden: "version" };
};

/** Whether it begins with this version, or another beginning that was made in it is joined with what is stored. */
const isBegunIn = (version: number, incoming: Incoming, stored: Document | undefined): boolean =>
  incoming.v === version &&
  Object.keys(incoming.stamps.edits).some(
    (stamp) => counterOf(stamp) === 1 && !(stamp in (stored?.stamps.edits ?? {})),
  );

/** Who began a record, when and on which phone. */
const beginsAsBefore = ({ incoming, stored, user, state, roles }: Attempt): void => {
  const mayHandIn = roles.some((role) => mayImportForOthers.has(role));
  if (!stored || isRecovering(state) || keepsBeginning(incoming, stored, user.name ?? "", mayHandIn)) return;
  throw { forbidden: "other_author" };
};

/** Room that is left for leads: whatever others put into a record, a lead can change it. */
const leavesRoom = ({ length, stored, roles }: Attempt): void => {
  if (mayFill(roles)) return;
  if (length <= maxBytesBesideLeads || (stored && length <= lengthOf(stored))) return;
  throw { forbidden: "TooLarge:" };
};

const mayFill = (roles: Attempt["roles"]): boolean => roles.some((role) => mayFillRecords.has(role));

/** Takes as seen what devices wrote that it does not name: whoever does that unasked takes away what others wrote. */
const isBegunAnew = ({ incoming, stored }: Attempt): boolean =>
  floorOf(incoming.stamps.seen) > floorOf(stored?.stamps.seen ?? {});

/** Everything new was written by who sends it, in fields that are theirs to write. */
const isTheirWork = (attempt: Attempt): void => {
  const { kind, incoming, stored, user, state, roles, reach } = attempt;
  if (isBegunAnew(attempt) && !isRecovering(state) && !mayFill(roles)) throw { forbidden: "other_author" };
  if (exceedsCounterLead(incoming, stored)) throw { forbidden: "counter" };
  const fresh = newWrites(incoming, stored);
  if (fresh.size > 0 && stored && isClosed(stored)) throw { forbidden: "closed" };
  const beyond = [...serverFields].find((field) => fresh.has(field)) ?? firstForbiddenField(reach, fresh);
  if (beyond !== undefined) throw { forbidden: `not_your_field:${beyond}` };
  if (eventKinds.has(kind.name)) {
    if (!isCreationOnly(fresh)) throw { forbidden: "event" };
  }
  if (!stored && incoming.v <= kind.version && hasDerivedId(kind) && !isNamedForAct(incoming, user.db))
    throw { forbidden: "event_id" };
  if (isRecovering(state) || roles.some((role) => mayImportForOthers.has(role))) return;
  if (!isOwnWrite(incoming, stored, user.name ?? "", fresh)) throw { forbidden: "other_author" };
};

/** No agreement of somebody else comes to hold for what is written now (`agreements`). */
const agreesForNobody = ({ kind, incoming, stored, state, reach }: Attempt): void => {
  if (isRecovering(state)) return;
  for (const { kind: of, field, holds } of agreements) {
    if (of !== kind.name || reach.some((one) => isWritable(one, field))) continue;
    if (holds(incoming) && !(stored && holds(stored))) throw { forbidden: `not_your_field:${field}` };
  }
};

/**
 * Content is taken away on a record's last day: whoever could bring that day forward could erase what others wrote. Apps of before show
 * another of the days that were written unseen of each other; the latest is what holds.
 */
const endsNoSooner = ({ incoming, stored }: Attempt): void => {
  const before = lastDayOf(stored);
  if (before !== "" && lastDayOf(incoming) < before) throw { forbidden: "ends_sooner" };
};

/**
 * A child's stop is lifted by a confirmation: never by taking the note out that it was alone, or setting it later, nor by another answer without it.
 */
const keepsStop = ({ kind, incoming, stored }: Attempt): void => {
  if (kind.name !== "person" || !stored) return;
  const [then, now] = [stored, incoming] as unknown as readonly [Partial<Person>, Partial<Person>];
  const isMoved = then.noParentSince !== undefined && (now.noParentSince ?? "9") > then.noParentSince;
  const isLifted = saysAlone(then) && !saysAlone(now) && now.noParentSince === undefined && !isTombstone(incoming);
  // Whoever noted it is no second account: who writes it again takes nobody's place.
  const [before, after] = [stored, incoming].map((one) => authorsOf(one, "noParentSince")) as [Authors, Authors];
  const isTakenOver = then.noParentSince !== undefined && !before.every((by) => after.includes(by));
  if (isMoved || isLifted || isTakenOver) throw { forbidden: "not_your_field:noParentSince" };
};

type Authors = ReturnType<typeof authorsOf>;

const saysAlone = ({ childCare, needFlags }: Partial<Person>): boolean =>
  childCare === "nobody" || needFlags?.includes("child_alone") === true;

/**
 * A reader takes charge of a confidential note, and says what was done, in their own name: the site is told it. The hour may be wrong by as much as a phone's clock
 * is, but by no more than a day ahead.
 */
const takesChargeThemselves = ({ kind, incoming, stored, user, state }: Attempt): void => {
  if (kind.name !== "confidentialNote" || isRecovering(state)) return;
  const [before, now] = [stored ?? {}, incoming] as readonly [Partial<ConfidentialNote>, Partial<ConfidentialNote>];
  const { takenBy, takenAt, measures = [] } = now;
  const fresh = measures.filter((one) => !before.measures?.some((known) => deepEqual(known, one)));
  if (takenBy !== undefined && takenBy !== user.name && takenBy !== before.takenBy) throw { forbidden: "other_author" };
  if (fresh.some(({ by }) => by !== user.name)) throw { forbidden: "other_author" };
  const latest = new Date(Date.now() + 86_400_000).toISOString();
  if (takenAt !== before.takenAt && (takenAt ?? "") > latest) throw { forbidden: "NotValid:takenAt" };
  if (fresh.some(({ at }) => at > latest)) throw { forbidden: "NotValid:measures" };
};

/** What a second account confirms is its own word: nobody hands it in for somebody else. */
const confirmsInOwnName = ({ kind, incoming, stored, user, state }: Attempt): void => {
  if (kind.name !== "safeguarding" || stored || isRecovering(state) || !("papers" in incoming)) return;
  if (incoming.createdBy !== user.name) throw { forbidden: "other_author" };
};

/** One's own word, or as a lead. An agreement that was taken back holds again by its author alone: somebody else's word would be a confirmation. */
const takesBackOwnWord = ({ kind, incoming, stored, user, state, roles }: Attempt): void => {
  if (!ownWordKinds.has(kind.name) || !stored || stored.createdBy === user.name || isRecovering(state)) return;
  if (!newWrites(incoming, stored).has("voided")) return;
  const holdsAgain =
    incoming.voided === undefined && agreements.some((one) => one.kind === kind.name && one.holds(stored));
  if (holdsAgain || !roles.some((role) => mayImportForOthers.has(role))) throw { forbidden: "not_your_field:voided" };
};

const keepsHandovers = ({ incoming, stored, user, state }: Attempt): void => {
  const refused = isRecovering(state) ? undefined : refusedOfChildForm(incoming, stored, user.name ?? "");
  if (refused) throw { forbidden: refused };
};

const hasDerivedId = ({ name }: Kind): boolean => name === "stay" || eventKinds.has(name);

const lastDayOf = (document: Document | undefined): string => {
  const { expiresAt, rivals } = (document ?? {}) as Partial<Document> & { readonly expiresAt?: unknown };
  const days = [expiresAt, ...(rivals?.expiresAt ?? []).map(([, day]) => day)];
  return days.reduce<string>((latest, day) => (typeof day === "string" && day > latest ? day : latest), "");
};

/** What has expired long ago is gone here, and does not come back from a phone that was away for months. */
const isStillKept = ({ incoming, stored }: Attempt): void => {
  const { expiresAt } = incoming as { readonly expiresAt?: string };
  const oldest = new Date(Date.now() - acceptedAfterDays * 86_400_000).toISOString().slice(0, 10);
  if (!stored && expiresAt !== undefined && expiresAt < oldest) throw { forbidden: "expired" };
};

/** After a backup was put back, every phone brings what it has, whoever wrote it. */
const isRecovering = ({ recoveringUntil }: DatabaseState): boolean =>
  recoveringUntil !== undefined && new Date().toISOString() < recoveringUntil;
