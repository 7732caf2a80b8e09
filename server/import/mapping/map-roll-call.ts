import * as v from "valibot";
import { warsawDay, warsawInstant } from "../../../src/domain/dates/warsaw-time.ts";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import type { RollCall } from "../../../src/domain/model/kinds/roll-call.ts";
import { answerRollCall, type RollCallAnswer } from "../../../src/domain/roster/roll-calls.ts";
import { clock, code, instant, key, whole, words } from "../source/source-schemas.ts";
import { ifPresent, type Mapping, withoutMissing } from "./mapping.ts";

/** `[personId, result, at, via, by]`; `at` is a time on the wall of the day on which the roll call began. */
const entry = v.strictTuple([key(), code("presenceEvent"), clock(), code("via"), words(80)]);

export const rollCallRow = v.strictObject({
  id: key(),
  siteId: key(),
  kind: code("rollCallKind"),
  startedAt: instant(),
  endedAt: v.nullish(instant()),
  expectedCount: whole(0, 100_000),
  by: words(80),
  entries: v.array(entry),
});
export type RollCallRow = v.InferOutput<typeof rollCallRow>;

/** The roll call and one answer for each person who `isHere`, that is whose records live at the same site. */
export const mapRollCall = (
  row: RollCallRow,
  site: string,
  isHere: (personKey: string) => boolean,
  mapping: Mapping,
): readonly NewDocument[] => {
  const id = mapping.id("roll-call", row.id);
  const startedAt = mapping.instant(row.startedAt);
  const endedAt = ifPresent(row.endedAt, mapping.instant);
  const content = { site, type: row.kind, startedAt, expectedCount: row.expectedCount, by: row.by };
  const open = { _id: id, ...content } as unknown as RollCall;
  const answers = row.entries.flatMap(([personKey, answer, at, via, by]) => {
    if (!isHere(personKey) || answer === "not_checked") return [];
    const doing = { by, at: atClock(startedAt, at) };
    const given = answerRollCall(open, mapping.id("person", personKey), answer satisfies RollCallAnswer, doing);
    return given.ok ? [{ ...given.value, content: { ...given.value.content, via } }] : [];
  });
  const unique = new Map(answers.map((answer) => [answer.id, answer]));
  return [{ kind: "rollCall", id, content: withoutMissing({ ...content, endedAt }) }, ...unique.values()];
};

/** A roll call that goes on after midnight ends on the next day. */
const atClock = (startedAt: string, clock: string): string => {
  const at = warsawInstant(warsawDay(startedAt), clock);
  return at < startedAt && startedAt.slice(11, 13) > "17" ? new Date(Date.parse(at) + 86_400_000).toISOString() : at;
};
