import * as v from "valibot";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { code, key, leftOut, maybe, size, whole, words } from "../source/source-schemas.ts";
import { type Mapping, withoutMissing } from "./mapping.ts";

export const roomRow = v.strictObject({
  id: key(),
  code: words(20),
  floor: maybe(whole(-5, 100)),
  roomType: code("roomType"),
  areaM2: maybe(size()),
  accessible: maybe(v.boolean()),
  lockable: maybe(v.boolean()),
  /** Further designations. */
  also: leftOut(),
});
type RoomRow = v.InferOutput<typeof roomRow>;

export const mapRoom = (row: RoomRow, site: string, { id }: Mapping): NewDocument => {
  const { code, floor, roomType, areaM2, accessible, lockable } = row;
  const content = { site, code, floor, roomType, areaM2, accessible, lockable };
  return { kind: "room", id: id("room", row.id), content: withoutMissing(content) };
};
