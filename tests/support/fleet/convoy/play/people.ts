import { resolveField } from "../../../../../src/domain/merge/next-version.ts";
import { siteDatabase } from "../../../../../src/domain/model/databases.ts";
import type { Document } from "../../../../../src/domain/model/document.ts";
import type { Bed } from "../../../../../src/domain/model/kinds/bed.ts";
import type { Person } from "../../../../../src/domain/model/kinds/person.ts";
import { ok, type Result } from "../../../../../src/domain/model/result.ts";
import { mayBegin, mayChange } from "../../../../../src/domain/rights/authority.ts";
import { checkIn, currentStay, moveTo, stayEvent } from "../../../../../src/domain/roster/stay-commands.ts";
import { transferTo } from "../../../../../src/domain/roster/transfer.ts";
import { openRecords } from "../../../../../src/live/records.ts";
import { staysOf } from "../../../../../src/live/roster/stays-of.ts";
import { aDocument } from "../../../data/a-document.ts";
import { type Convoy, homeOf, liveIn, type Traveller } from "../convoy.ts";

export const personId = (number: number) => `person:${number}`;
export const groupId = "group:1";
const fields = ["familyName", "patronymic", "originSettlement"] as const;
const doing = ({ phone }: Traveller) => ({ by: phone.account.name, at: "2026-11-24T08:00:00.000Z" });

/** Changes a record where somebody has it and may change that field of it. What the screen showed before; nothing where nothing was saved. */
const change = async (
  { slugs }: Convoy,
  traveller: Traveller,
  id: string,
  field: string,
  command: (before: Document) => Result<Document, unknown>,
): Promise<Document | undefined> => {
  const { phone } = traveller;
  const slug = homeOf(traveller, slugs, id);
  const shown = slug && liveIn(phone, siteDatabase(slug), id);
  if (!shown || !mayChange(phone.account.roles, siteDatabase(slug), shown, field)) return undefined;
  const changed = await phone.store.change(siteDatabase(slug), id, command as never);
  return changed.ok ? shown : undefined;
};

export const write = async (convoy: Convoy, traveller: Traveller, id: string, number: number): Promise<void> => {
  const field = id === groupId ? "label" : (fields[number] ?? "familyName");
  const value = convoy.word();
  const shown = await change(convoy, traveller, id, field, (before) => ok({ ...before, [field]: value } as Document));
  if (shown) convoy.ledger.wrote(id, value, [shown[field]]);
};

/** Somebody says which of the values is right that wait. */
export const settle = async (convoy: Convoy, traveller: Traveller, id: string, number: number): Promise<void> => {
  const field = fields[number] ?? "familyName";
  const value = convoy.word();
  const shown = await change(convoy, traveller, id, field, (before) => ok(resolveField(before, field, value)));
  if (!shown) return;
  const waiting = shown.rivals?.[field]?.map(([, one]) => one) ?? [];
  convoy.ledger.wrote(id, value, [shown[field], ...waiting]);
};

/** To the other site, or not after all. */
export const move = async (convoy: Convoy, traveller: Traveller, id: string, isGoing: boolean): Promise<void> => {
  const there = convoy.slugs.find((slug) => slug !== homeOf(traveller, convoy.slugs, id));
  const isHoused = current(convoy, traveller, id) !== undefined;
  await change(
    convoy,
    traveller,
    id,
    "movesTo",
    (before) =>
      transferTo(before as unknown as Person, isGoing ? there : undefined, isHoused) as Result<Document, unknown>,
  );
};

/** The record's last day was yesterday. */
export const end = async (convoy: Convoy, traveller: Traveller, id: string, now: number): Promise<void> => {
  const expiresAt = new Date(now - 86_400_000).toISOString().slice(0, 10);
  if (await change(convoy, traveller, id, "expiresAt", (before) => ok({ ...before, expiresAt } as Document)))
    convoy.ledger.ends(id);
};

const stays = ({ slugs }: Convoy, traveller: Traveller, id: string) => {
  const slug = homeOf(traveller, slugs, id);
  if (!slug || !mayBegin(traveller.phone.account.roles, { database: siteDatabase(slug), site: slug }, "stay"))
    return undefined;
  const records = openRecords(traveller.phone.store, [siteDatabase(slug)]);
  const of = staysOf(records, siteDatabase(slug)).get(id) ?? [];
  records.close();
  return { database: siteDatabase(slug), of };
};

const current = (convoy: Convoy, traveller: Traveller, id: string) =>
  currentStay(stays(convoy, traveller, id)?.of ?? []);

/** A bed, for somebody who has none or another one. */
export const giveBed = async (convoy: Convoy, traveller: Traveller, id: string, number: number): Promise<void> => {
  const bed = aDocument("bed", String(number)) as unknown as Bed;
  const house = stays(convoy, traveller, id);
  const known = house && (liveIn(traveller.phone, house.database, id) as unknown as Person);
  if (!house || !known) return;
  const held = currentStay(house.of);
  const opened = held ? undefined : checkIn(known, bed, house.of, doing(traveller));
  if (held) await traveller.phone.store.change(house.database, held.stay._id, moveTo(bed) as never);
  if (opened?.ok) await traveller.phone.store.add(house.database, opened.value);
};

export const checkOut = async (convoy: Convoy, traveller: Traveller, id: string): Promise<void> => {
  const house = stays(convoy, traveller, id);
  const held = house && currentStay(house.of);
  if (held)
    await traveller.phone.store.add(house.database, [
      stayEvent(held.stay, held.events, "check_out", doing(traveller), { reason: "own_housing" }),
    ]);
};
