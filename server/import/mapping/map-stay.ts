import * as v from "valibot";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import type { Id } from "../../../src/domain/model/field.ts";
import { code, day, instant, key, leftOut, maybe } from "../source/source-schemas.ts";
import { ifPresent, type Mapping, withoutMissing } from "./mapping.ts";

export const stayRow = v.strictObject({
  id: key(),
  personId: key(),
  groupId: maybe(key()),
  siteId: key(),
  roomId: maybe(key()),
  bedId: maybe(key()),
  /** The last known state; it has to follow from the events. */
  status: code("stayStatus"),
  plannedFrom: maybe(day()),
  plannedTo: maybe(day()),
  checkedInAt: maybe(instant()),
  checkedOutAt: maybe(instant()),
  reason: maybe(code("checkoutReason")),
  source: leftOut(),
});
export type StayRow = v.InferOutput<typeof stayRow>;

/** A place kept for a person at `site`; `id` is the one that the app itself would have given (`stayIdFor`). */
export const mapStay = (row: StayRow, id: Id<"stay">, site: string, mapping: Mapping): NewDocument => ({
  kind: "stay",
  id,
  content: withoutMissing({
    site,
    personId: mapping.id("person", row.personId),
    groupId: ifPresent(row.groupId, (key) => mapping.id("group", key)),
    roomId: ifPresent(row.roomId, (key) => mapping.id("room", key)),
    bedId: ifPresent(row.bedId, (key) => mapping.id("bed", key)),
    plannedFrom: ifPresent(row.plannedFrom, mapping.day),
    plannedTo: ifPresent(row.plannedTo, mapping.day),
  }),
});
