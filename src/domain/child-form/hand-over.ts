import { isoDate } from "../dates/calendar-date.ts";
import { isRealDay } from "../dates/real-moments.ts";
import { cutText } from "../model/cut-text.ts";
import type { Child, Handover } from "../model/kinds/child.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Attribution } from "../roster/stay-commands.ts";

/** What is to be known of a handover, in the order in which it is asked. */
export const handoverParts = ["name", "office", "paperEnd", "on", "hour", "signed", "witness"] as const;
export type HandoverPart = (typeof handoverParts)[number];

/** A handover as it is typed. */
export type TypedHandover = Readonly<Partial<Record<HandoverPart, string>>>;

/**
 * Notes that the child was handed over. What has happened is taken whatever is missing; only where nothing at all is said there is nothing to note. The
 * stop at the site is not lifted by it.
 */
export const handOver = (child: Child, typed: TypedHandover, { by, at }: Attribution): Result<Child, HandOverError> =>
  noted(child, handoverId({ by, at }), typed, { by, at });

/** Who notes what when names a handover. */
export const handoverId = ({ by, at }: Attribution): string => `${at} ${by}`;

/** Adds what was not known when the handover was noted. What stands there already stays. */
export const completeHandover = (
  child: Child,
  id: string,
  typed: TypedHandover,
  { by, at }: Attribution,
): Result<Child, HandOverError> => noted(child, id, typed, { by, at: afterFirst(child, id, at) });

/** A clock that is behind notes a part right after what it is a part of: the server takes no earlier one (`server/design/child-form-checks.ts`). */
const afterFirst = ({ handovers = [] }: Child, id: string, at: string): string => {
  const first = handovers.find((one) => one.id === id && isFirstNoted(one))?.notedAt;
  return first === undefined || Date.parse(at) > Date.parse(first) ? at : new Date(Date.parse(first) + 1).toISOString();
};

export type HandOverError = {
  readonly type: "Missing" | "ImpossibleDate" | "NotValid";
  readonly field: HandoverPart;
};

const noted = (
  child: Child,
  id: string,
  typed: TypedHandover,
  { by, at }: Attribution,
): Result<Child, HandOverError> => {
  const parts = Object.fromEntries(
    handoverParts.flatMap((part) => {
      const said = cutText(typed[part]?.trim() ?? "", part === "paperEnd" ? 20 : 80);
      return said ? [[part, plain[part]?.(said) ?? said]] : [];
    }),
  ) as TypedHandover;
  if (Object.keys(parts).length === 0) return err({ type: "Missing", field: "name" });
  if (parts.on !== undefined && !isRealDay(parts.on)) return err({ type: "ImpossibleDate", field: "on" });
  if (parts.hour !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(parts.hour))
    return err({ type: "NotValid", field: "hour" });
  return ok({ ...child, handovers: [...(child.handovers ?? []), { ...(parts as object), id, by, notedAt: at }] });
};

/** `2026-3-4` and `9.05` as they are stored; what is none of them stays as it was typed. */
const plain: Readonly<Partial<Record<HandoverPart, (said: string) => string | undefined>>> = {
  on: (said) => {
    const [year, month, day] = said.split("-").map(Number) as [number, number, number];
    return isoDate(year, month, day);
  },
  hour: (said) => {
    const [, hours = "", minutes] = /^(\d{1,2})[:., ]?(\d{2})$/.exec(said) ?? [];
    return minutes && `${hours.padStart(2, "0")}:${minutes}`;
  },
};

/** Whether an entry is what was noted of a handover at first, and no part that was added later: its id says who noted it when. */
export const isFirstNoted = ({ id, by, notedAt }: Handover): boolean => id === handoverId({ by, at: notedAt });

/**
 * The handovers of a child, the latest first, each with the parts that were added later. What was noted at first stands, whatever hour a later entry gives; of a
 * part that two officers added the first counts.
 */
export const handoversOf = ({ handovers = [] }: Pick<Child, "handovers">): readonly Handover[] => {
  const byId = new Map<string, Handover>();
  for (const one of [...handovers].sort(firstNotedFirst)) byId.set(one.id, { ...one, ...byId.get(one.id) });
  return [...byId.values()].sort(byTime).reverse();
};

const firstNotedFirst = (a: Handover, b: Handover): number =>
  Number(isFirstNoted(b)) - Number(isFirstNoted(a)) || byTime(a, b);

const byTime = (a: Handover, b: Handover): number => {
  const [first, second] = [a, b].map(({ notedAt, by }) => `${notedAt} ${by}`) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
};

/** What is still to be found out. Who noted it is no witness of it. */
export const missingParts = (handover: Handover): readonly HandoverPart[] =>
  handoverParts.filter((part) =>
    part === "witness" ? !handover.witness || isSame(handover.witness, handover.by) : handover[part] === undefined,
  );

const isSame = (name: string, account: string): boolean => name.trim().toLowerCase() === account.toLowerCase();
