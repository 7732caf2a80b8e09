import * as v from "valibot";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { type CodeOf, codes, isCode } from "../../../src/domain/model/codes.ts";
import type { Presence } from "../../../src/domain/model/kinds/presence.ts";
import type { Stay } from "../../../src/domain/model/kinds/stay.ts";
import { stayEvent } from "../../../src/domain/roster/stay-commands.ts";
import { code, day, instant, key, leftOut, maybe, words } from "../source/source-schemas.ts";
import { type Mapping, withoutMissing } from "./mapping.ts";

export const eventRow = v.strictObject({
  id: key(),
  stayId: key(),
  personId: key(),
  siteId: key(),
  at: instant(),
  kind: code("stayEvent"),
  by: words(80),
  via: maybe(v.picklist([...codes.via, "import"])),
  reason: maybe(code("checkoutReason")),
  note: maybe(words(200)),
  leaveTo: maybe(day()),
  roomId: leftOut(),
  bedId: leftOut(),
  keyReturned: leftOut(),
  withAdult: leftOut(),
  destinationCountry: leftOut(),
  offline: leftOut(),
  fromBed: leftOut(),
  toBed: leftOut(),
  why: leftOut(),
  to: leftOut(),
  from: leftOut(),
  childPersonId: leftOut(),
});
export type EventRow = v.InferOutput<typeof eventRow>;

/**
 * The presence events of one stay, in order of time. Reservations, changes of bed and refused check-outs are no events of
 * ours: a bed that is kept shows in the stay.
 */
export const mapEvents = (rows: readonly EventRow[], stay: Stay, mapping: Mapping): readonly NewDocument[] => {
  const told: NewDocument[] = [];
  for (const row of [...rows].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const event = presenceFor(row);
    if (!event) continue;
    const before = told.map(({ content }) => content as unknown as Presence);
    told.push(stayEvent(stay, before, event, { by: row.by, at: mapping.instant(row.at) }, extraOf(row)));
  }
  return told;
};

/** Our event for one of the files', undefined for those that we have none for. */
export const presenceFor = ({ kind }: EventRow): Presence["event"] | undefined => {
  if (kind === "transfer_in") return "check_in";
  if (kind === "transfer_out") return "check_out";
  return isCode("presenceKind", kind) ? kind : undefined;
};

const extraOf = (row: EventRow) => {
  const reason: CodeOf<"checkoutReason"> | null | undefined =
    row.kind === "transfer_out" ? "other_shelter" : row.reason;
  return withoutMissing({ reason, note: row.note || undefined, via: isCode("via", row.via) ? row.via : undefined });
};
