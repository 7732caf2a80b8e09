import type { Edit } from "../../../src/domain/merge/stamps.ts";
import { lengthOf } from "../../../src/domain/model/check-document.ts";
import type { Document, Sibling } from "../../../src/domain/model/document.ts";
import { maxBytesBesideLeads } from "../../../src/domain/model/field.ts";
import { aDocument } from "../data/a-document.ts";

const at = "2026-11-24T08:00:00.000Z";
const filler = (place: number) => `pad${place.toString(36).padStart(6, "0")}`;

/** A record that is being filled, in place: a spread for each of a thousand entries takes its time. */
type Filling = {
  readonly stamps: {
    readonly own: Record<string, string>;
    readonly seen: Record<string, number>;
    readonly edits: Record<string, Edit>;
  };
  readonly rivals: Record<string, Sibling[]>;
};

/** What somebody who may write can put into a record until no more fits beside what is left for leads. */
export const fillings: Readonly<Record<string, (record: Filling, place: number) => void>> = {
  "names of devices": ({ stamps }, place) => {
    stamps.seen[filler(place)] = 1;
  },
  "fields that are gone": ({ stamps }, place) => {
    stamps.own[`gone${place}`] = "1.dev1";
  },
  "values that wait": ({ stamps, rivals }, place) => {
    const stamp = `1.${filler(place)}`;
    stamps.seen[filler(place)] = 1;
    stamps.edits[stamp] = ["eve", at];
    rivals.givenName ??= [["2.dev1", "Оля"]];
    rivals.givenName.push([stamp, `Оля ${place}`]);
  },
  "what was taken out of lists": ({ stamps, rivals }, place) => {
    const stamp = `${place + 10}.${filler(place)}`;
    const taken = Object.fromEntries(Array.from({ length: 8 }, (_, one) => [`t${place}-${one}`, "1.dev1"]));
    stamps.seen[filler(place)] = place + 10;
    stamps.edits[stamp] = ["eve", at, { needFlags: taken }];
    rivals.needFlags ??= [["1.dev1", ["infant"]]];
    rivals.needFlags.unshift([stamp, ["infant"]]);
  },
};

/** A person's record, filled in one way until `most` characters are used, and then up to the last with names of devices. */
export const crowdedRecord = (filling: string, most = maxBytesBesideLeads, from = 0): Document => {
  const names = { givenName: "Оля", familyName: "Коваль", needFlags: ["infant"] };
  const begun = aDocument("person", "1", names) as unknown as Document;
  const stamps = {
    base: "1.dev1",
    own: { givenName: "2.dev1" },
    seen: { dev1: 2 },
    edits: { ...begun.stamps.edits, "2.dev1": ["ann", at] as Edit },
  };
  const record = { ...begun, stamps, rivals: {} };
  const place = fill(record, fillings[filling], most, from);
  fill(record, fillings["names of devices"], most, place);
  const { rivals, ...plain } = record;
  return Object.keys(rivals).length > 0 ? record : (plain as Document);
};

/** In steps that are measured, for measuring each entry takes its time. Answers the place behind the last one. */
const fill = (
  record: Filling & Document,
  add: ((record: Filling, place: number) => void) | undefined,
  most: number,
  from: number,
): number => {
  let place = from;
  for (let cost = 0; add; ) {
    const length = lengthOf(record);
    if (cost > 0 && most - length < cost * 1.3) return place;
    const count = cost === 0 ? 1 : Math.max(1, Math.floor((most - length) / (cost * 1.3)));
    for (let each = 0; each < count; each += 1) add(record, place + each);
    place += count;
    cost = Math.max(1, (lengthOf(record) - length) / count);
  }
  return place;
};
