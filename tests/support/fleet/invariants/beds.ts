import type { Document } from "../../../../src/domain/model/document.ts";
import type { Bed } from "../../../../src/domain/model/kinds/bed.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import type { Stay } from "../../../../src/domain/model/kinds/stay.ts";
import { checkIn, currentStay, moveTo } from "../../../../src/domain/roster/stay-commands.ts";
import { openRecords } from "../../../../src/live/records.ts";
import { rosterOf } from "../../../../src/live/roster/roster-view.ts";
import { aDocument } from "../../data/a-document.ts";
import type { Fleet, Member } from "../fleet.ts";

const doing = { by: "somebody", at: "2026-11-24T08:00:00.000Z" };

/** Gives somebody a bed, whoever lies there. Nobody gets one bed twice in a sequence, so that each giving can be told apart. */
export const giveBed = async ({ ledger }: Fleet, member: Member, person: string, number: number): Promise<void> => {
  const { store } = member.phone;
  const { database, slug } = member;
  const bed = aDocument("bed", String(number)) as unknown as Bed;
  const { people, stays } = seenBy(member);
  const known = people.get(person);
  if (known?.site !== slug) return;
  const current = currentStay(stays.get(person) ?? []);
  const opened = current ? undefined : checkIn(known, bed, stays.get(person) ?? [], doing);
  const stay = current?.stay._id ?? (opened?.ok ? opened.value[0]?.id : undefined);
  const key = `${database}/${stay}`;
  if (!stay || ledger.everWrote(key, "bedId", bed._id)) return;
  let replaced: readonly unknown[] = [];
  if (opened?.ok) {
    const saved = await store.add(database, opened.value);
    if (!saved.ok) return;
    const [, arrival] = opened.value;
    ledger.wrote(`${database}/${arrival?.id}`, "stayId", stay, []);
  } else {
    const moved = await store.change(database, stay, (before: Stay) => {
      replaced = [before.bedId];
      return moveTo(bed)(before) as { readonly ok: true; readonly value: Document };
    });
    if (!moved.ok) return;
  }
  ledger.wrote(key, "bedId", bed._id, replaced);
};

/** Holds at rest: P6 (a bed that two people were given is told on every phone of the site). */
export const checkBeds = ({ ledger, members }: Fleet): void => {
  for (const member of members) {
    const told = new Set(seenBy(member).doubles.map(([stay]) => stay?.bedId));
    const given = ledger.standing(`${member.database}/stay:`, "bedId").filter((beds) => beds.length === 1);
    const twice = given.flat().filter((bed, place, all) => all.indexOf(bed) !== place);
    const missing = twice.filter((bed) => !told.has(bed as Stay["bedId"] & string));
    if (missing.length > 0) throw new Error(`P6: ${member.phone.name} does not tell that ${missing} was given twice`);
  }
};

/** What the app shows of who lies where. */
const seenBy = ({ phone, database, slug }: Member) => {
  const records = openRecords(phone.store, [database]);
  const { doubles, staysByPerson } = rosterOf(records, slug);
  records.close();
  return { people: records.all(database, "person") as ReadonlyMap<string, Person>, stays: staysByPerson, doubles };
};
