import * as v from "valibot";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { code, day, key, maybe, words } from "../source/source-schemas.ts";
import { type Mapping, withoutMissing } from "./mapping.ts";

export const bedRow = v.strictObject({
  id: key(),
  code: words(20),
  kind: maybe(code("bedKind")),
  blocked: maybe(v.strictObject({ from: day(), to: maybe(day()), reason: maybe(words(120)) })),
});
type BedRow = v.InferOutput<typeof bedRow>;

/** A bed of a room; it counts as blocked when it is so on the day `on`. */
export const mapBed = (row: BedRow, where: Where, { id }: Mapping): NewDocument => {
  const { blocked } = row;
  const isBlocked = blocked && blocked.from <= where.on && where.on <= (blocked.to ?? where.on);
  const content = {
    site: where.site,
    roomId: id("room", where.roomKey),
    code: row.code,
    bedKind: row.kind,
    ...(isBlocked && { blocked: true, blockedReason: blocked.reason }),
  };
  return { kind: "bed", id: id("bed", row.id), content: withoutMissing(content) };
};

type Where = { readonly site: string; readonly roomKey: string; readonly on: string };
