import * as v from "valibot";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { cleanName } from "../../../src/domain/names/clean-name.ts";
import { parsePhoneNumber } from "../../../src/domain/numbers/phone-number.ts";
import { code, instant, key, maybe, registrationNumber, whole, words } from "../source/source-schemas.ts";
import type { PersonRow } from "./map-person.ts";
import { ifPresent, type Mapping, withoutMissing } from "./mapping.ts";

const countKey = v.pipe(v.string(), v.regex(/^[fmxu]\|(0_4|5_11|12_17|18_59|60_plus|unknown)$/, "UnknownCode"));

export const groupRow = v.strictObject({
  id: key(),
  groupNo: maybe(registrationNumber()),
  label: maybe(words(80)),
  focalPersonId: maybe(key()),
  members: v.array(key()),
  counts: maybe(v.record(countKey, whole(0, 999))),
  arrivedAt: instant(),
  siteId: key(),
  intent: maybe(code("intent")),
  destCountry: maybe(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "NotValid"))),
  keepTogether: v.boolean(),
  linkedGroups: maybe(v.array(v.strictObject({ groupId: key(), reason: code("linkReason") }))),
  pets: maybe(v.array(code("pet"))),
  noticeGiven: maybe(
    v.strictObject({ version: words(20), language: code("language"), how: code("noticeHow"), at: instant() }),
  ),
});
export type GroupRow = v.InferOutput<typeof groupRow>;

/** A group whose records live at `site`; the focal person's first phone becomes the one number of the group. */
export const mapGroup = (row: GroupRow, site: string, focal: PersonRow | undefined, mapping: Mapping): NewDocument => {
  const { id } = mapping;
  const content = {
    site,
    groupNo: row.groupNo,
    label: (row.label && cleanName(row.label).name) || undefined,
    focalPersonId: ifPresent(row.focalPersonId, (key) => id("person", key)),
    counts: row.counts,
    arrivedAt: mapping.instant(row.arrivedAt),
    intent: row.intent,
    destCountry: row.destCountry,
    keepTogether: row.keepTogether,
    linkedGroups: row.linkedGroups?.map(({ groupId, reason }) => ({ groupId: id("group", groupId), reason })),
    phone: ifPresent(focal?.phones?.[0], ({ raw }) => parsePhoneNumber(raw)),
    pets: row.pets,
    noticeGiven: ifPresent(row.noticeGiven, (notice) => ({
      ...notice,
      at: mapping.instant(notice.at),
      by: focal?.registeredBy ?? "import",
    })),
  };
  return { kind: "group", id: id("group", row.id), content: withoutMissing(content) };
};
