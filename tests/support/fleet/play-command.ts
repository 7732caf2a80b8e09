import { createHash } from "node:crypto";
import { nextVersion, resolveField } from "../../../src/domain/merge/next-version.ts";
import { isDevice } from "../../../src/domain/merge/stamps.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { person } from "../../../src/domain/model/kinds/person.ts";
import { ok } from "../../../src/domain/model/result.ts";
import type { Command, Field } from "./commands.ts";
import type { Fleet, Member } from "./fleet.ts";
import { giveBed } from "./invariants/beds.ts";
import { visibleIn } from "./invariants/ledger.ts";

/** Does one command. What the store answers with `ok` goes into the ledger. */
export const playCommand = async (fleet: Fleet, command: Command): Promise<Member> => {
  const member = fleet.members[command.phone % fleet.members.length] as Member;
  const { phone } = member;
  switch (command.type) {
    case "new":
      await makeNew(fleet, member, command.doc);
      break;
    case "write":
      await write(fleet, member, command.doc, command.field);
      break;
    case "bed":
      await giveBed(fleet, member, idOf(command.doc), command.bed);
      break;
    case "void":
      if (await change(member, command.doc, (before) => ({ ...before, voided: "mistake" })))
        fleet.ledger.voided(`${member.database}/${idOf(command.doc)}`);
      break;
    case "settle":
      await settleOne(fleet, member, command.doc);
      break;
    case "spoil":
      await change(member, command.doc, (before) => ({ ...before, site: "elsewhere" }));
      break;
    case "repair":
      await change(member, command.doc, (before) => resolveField(before, "site", member.slug));
      break;
    case "leaf":
      await injectLeaf(fleet, member, command.doc, command.field);
      break;
    case "fault":
      phone.network.faults.push(...new Array(command.after).fill(undefined), command.fault);
      phone.network.meanwhile = async () => {
        for (const doc of [0, 1, 2]) await write(fleet, member, doc, "givenName");
      };
      break;
    case "clock":
      phone.skew = command.seconds * 1_000;
      break;
    default:
      await happen(fleet, member, command.type);
  }
  await phone.idle();
  if (phone.network.hangs) await reopen(member);
  return member;
};

const happen = async (fleet: Fleet, member: Member, what: string): Promise<void> => {
  const { phone } = member;
  if (what === "sync") await phone.sync();
  if (what === "tick") phone.clock.advance(30_000);
  if (what === "signOut") phone.network.forgetCookie();
  if (what === "signIn") await signIn(member);
  if (what === "crash") await reopen(member);
  if (what === "deliver") await phone.network.deliverLate();
  if (what === "worker") await fleet.work();
  if (what === "full") phone.isFull = true;
  if (what === "offline" || what === "online") {
    phone.network.isOnline = what === "online";
    phone.hasRoom = true;
    await phone.sync();
  }
};

/** Somebody stands there and waits for it: nothing gets in the way. */
const signIn = async ({ phone }: Member): Promise<void> => {
  phone.network.faults.length = 0;
  await phone.signIn();
};

/** Followed from what they are about: two phones may come to one unseen of each other. */
export const idOf = (doc: number) => `person:${doc}.d`;

/** A form that is saved twice is one document; one that another phone saved too, unseen, keeps both values. */
const makeNew = async ({ ledger, word }: Fleet, { phone, slug, database }: Member, doc: number): Promise<void> => {
  const before = phone.store.rows(database).get(idOf(doc))?.document;
  if (before && Object.keys(before.stamps.seen).some((name) => isDevice(name, phone.device))) return;
  const givenName = word();
  const content = { site: slug, recordState: "quick", givenName };
  const draft = { kind: "person", id: idOf(doc), content };
  const saved = await phone.store.add(database, [draft]);
  if (saved.ok) ledger.wrote(`${database}/${draft.id}`, "givenName", givenName, []);
  await phone.store.add(database, [draft]);
};

const write = async (fleet: Fleet, member: Member, doc: number, asked: Field): Promise<void> => {
  const field = member.phone.build.fieldFor(asked);
  if (!field) return;
  const value = fleet.word();
  let replaced: readonly unknown[] = [];
  const written = await change(member, doc, (before) => {
    replaced = field === "otherNames" ? [] : [before[field]];
    return { ...before, [field]: field === "otherNames" ? [...visibleIn(before, field), value] : value };
  });
  if (written) fleet.ledger.wrote(`${member.database}/${idOf(doc)}`, field, value, replaced);
};

/** A person says which value is right: all that waited are replaced, by somebody who saw them. */
const settleOne = async (fleet: Fleet, member: Member, doc: number): Promise<void> => {
  const rivals = member.phone.store.rows(member.database).get(idOf(doc))?.document.rivals ?? {};
  const field = Object.keys(rivals).find((name) => name.endsWith("Name"));
  if (!field) return;
  const value = fleet.word();
  let replaced: readonly unknown[] = [];
  const settled = await change(member, doc, (before) => {
    replaced = visibleIn(before, field);
    return resolveField(before, field, value);
  });
  if (settled) fleet.ledger.wrote(`${member.database}/${idOf(doc)}`, field, value, replaced);
};

const change = async (
  { phone, database }: Member,
  doc: number,
  command: (before: Document) => Document,
): Promise<boolean> => {
  const changed = await phone.store.change(database, idOf(doc), (before: Document) => ok(command(before)));
  return changed.ok;
};

/** The page dies in the middle of whatever it did. */
const reopen = async ({ phone }: Member): Promise<void> => {
  await phone.crash();
  await phone.open();
  if (phone.network.hangs) await reopen({ phone } as Member);
};

/** Somebody wrote on another node of the cluster, from the version that one of the phones has. */
const injectLeaf = async (
  fleet: Fleet,
  { phone, database, slug }: Member,
  doc: number,
  field: Field,
): Promise<void> => {
  const { couch } = fleet.server;
  const before = phone.store.rows(database).get(idOf(doc))?.document;
  const { body } = await couch.get<{ _revisions?: Revisions }>(`${database}/${idOf(doc)}?revs=true`);
  if (!before || !body._revisions || field === "otherNames") return;
  const value = fleet.word();
  const author = { by: "node", device: `node${value}`, at: "2026-11-24T08:00:00.000Z" };
  const leaf = nextVersion(person.rule, before, { ...before, [field]: value, site: slug }, author);
  const { start, ids } = body._revisions;
  const _revisions = { start, ids: [createHash("md5").update(value).digest("hex"), ...ids.slice(1)] };
  await couch.post(`${database}/_bulk_docs`, { new_edits: false, docs: [{ ...leaf, _revisions }] });
  fleet.ledger.wrote(`${database}/${idOf(doc)}`, field, value, [before[field]]);
};

type Revisions = { readonly start: number; readonly ids: readonly string[] };
