import { nextVersion } from "../../../src/domain/merge/next-version.ts";
import { lengthOf } from "../../../src/domain/model/check-document.ts";
import type { Document, Sibling } from "../../../src/domain/model/document.ts";
import { maxBytesBesideLeads } from "../../../src/domain/model/field.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { aDocument } from "../data/a-document.ts";

const at = "2026-11-24T08:00:00.000Z";
const filler = (place: number) => `pad${place.toString(36).padStart(6, "0")}`;

/** What somebody who may write can put into a record until no more fits beside what is left for leads. */
export const fillings: Readonly<Record<string, (document: Document, place: number) => Document>> = {
  "names of devices": (document, place) => withStamps(document, { seen: { [filler(place)]: 1 } }),
  "fields that are gone": (document, place) => withStamps(document, { own: { [`gone${place}`]: "1.dev1" } }),
  "values that wait": (document, place) => {
    const stamp = `1.${filler(place)}`;
    return {
      ...withStamps(document, { seen: { [filler(place)]: 1 }, edits: { [stamp]: ["eve", at] } }),
      rivals: { givenName: [...waitingIn(document, "givenName"), [stamp, `Оля ${place}`]] },
    };
  },
  "what was taken out of lists": (document, place) => {
    const stamp = `${place + 10}.${filler(place)}`;
    const taken = Object.fromEntries(Array.from({ length: 8 }, (_, one) => [`t${place}-${one}`, "1.dev1"]));
    return {
      ...withStamps(document, {
        seen: { [filler(place)]: place + 10 },
        edits: { [stamp]: ["eve", at, { needFlags: taken }] },
      }),
      rivals: { needFlags: [[stamp, ["infant"]], ...waitingIn(document, "needFlags")] },
    };
  },
};

const waitingIn = (document: Document, field: string): readonly Sibling[] =>
  document.rivals?.[field] ?? [[document.stamps.own?.[field] ?? document.stamps.base, document[field]]];

const withStamps = (document: Document, more: Partial<Document["stamps"]>): Document => ({
  ...document,
  stamps: {
    ...document.stamps,
    own: { ...document.stamps.own, ...more.own },
    seen: { ...document.stamps.seen, ...more.seen },
    edits: { ...document.stamps.edits, ...more.edits },
  },
});

/** A person's record, filled in one way until `most` characters are used. */
export const crowdedRecord = (filling: string, most = maxBytesBesideLeads, from = 0): Document => {
  const begun = aDocument("person", "1", {
    givenName: "Оленька",
    familyName: "Коваль",
    needFlags: ["infant"],
  }) as unknown as Document;
  let record = nextVersion(kinds.person.rule, begun, { ...begun, givenName: "Оля" } as Document, {
    by: "ann",
    device: "dev1",
    at,
  });
  for (const fill of [fillings[filling], fillings["names of devices"]])
    for (let place = from; fill; place += 1) {
      const next = fill(record, place);
      if (lengthOf(next) > most) break;
      record = next;
    }
  return record;
};
