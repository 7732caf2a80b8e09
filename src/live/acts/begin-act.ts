import { builtOn, type Surroundings } from "../../domain/acts/built-on.ts";
import { takeBackWrite } from "../../domain/acts/take-back-write.ts";
import type { Write } from "../../domain/acts/write.ts";
import { warsawDay } from "../../domain/dates/warsaw-time.ts";
import { databaseTypeOf, directoryDatabase } from "../../domain/model/databases.ts";
import type { Document } from "../../domain/model/document.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Presence } from "../../domain/model/kinds/presence.ts";
import { childrenLeftAlone } from "../../domain/roster/children-alone.ts";
import type { Writer } from "../../store/writer.ts";
import type { Records } from "../records.ts";
import { houseOf } from "../roster/house.ts";
import { staysOf } from "../roster/stays-of.ts";
import { notSaved } from "../use-command.ts";
import type { TakeBack } from "./acts.ts";

type Tools = { readonly records: Records; readonly writer: Writer };

/** One act while it is done: all that it writes goes through here, so that all of it can be taken back. */
export type RunningAct = Pick<Writer, "add" | "change"> & { readonly takeBack: TakeBack };

export const beginAct = ({ records, writer }: Tools): RunningAct => {
  const writes: Write[] = [];
  const found = (database: string, id: string) => records.find(database, id)?.document;
  const noteWrite = (database: string, before: Document | undefined, after: Document) => {
    if (after !== before) writes.push({ database, after, ...(before && { before }) });
  };
  return {
    add: async (database, drafts) => {
      const before = drafts.map(({ id }) => found(database, id));
      const added = await writer.add(database, drafts);
      if (added.ok) for (const [place, document] of added.value.entries()) noteWrite(database, before[place], document);
      return added;
    },
    change: async (database, id, command) => {
      const before = found(database, id);
      const changed = await writer.change(database, id, command);
      if (changed.ok && before) noteWrite(database, before, changed.value);
      return changed;
    },
    takeBack: (isSure) => takeBackAll({ records, writer }, writes, isSure),
  };
};

const takeBackAll = async (
  { records, writer }: Tools,
  writes: readonly Write[],
  isSure: boolean,
): ReturnType<TakeBack> => {
  if (writes.length === 0) return { type: "done" };
  const isFree = (write: Write): boolean => {
    const current = records.find(write.database, write.after._id)?.document;
    return current !== undefined && takeBackWrite(write)(current).ok;
  };
  const free = writes.filter(isFree);
  const later = builtOn(writes, surroundingsOf(records, writes));
  const hasChanged = free.length < writes.length;
  const alone = leftAloneBy(records, free);
  if (free.length === 0 || (!isSure && (hasChanged || later.length + alone.length > 0)))
    return { type: "asks", later, alone, hasChanged, isPossible: free.length > 0 };
  for (const write of [...free].reverse()) {
    const { database, after } = write;
    const done = await writer.change(database, after._id, takeBackWrite(write)).catch(() => notSaved);
    if (!done.ok && done.error.type !== "ChangedSince") return { type: "notSaved" };
  }
  return { type: "done" };
};

/** Taking back a return makes the resident leave again: the children who would stay without an adult. */
const leftAloneBy = (records: Records, writes: readonly Write[]): readonly Person[] => {
  const returns = writes.flatMap(({ database, before, after }) => {
    const { event, personId, at } = after as unknown as Presence;
    return !before && after.kind === "presence" && cameIn.has(event) ? [{ database, personId, at }] : [];
  });
  const [first] = returns;
  const site = first && siteOf(first.database);
  if (!first || site === undefined) return [];
  const going = returns.map(({ personId }) => personId);
  return childrenLeftAlone(houseOf(records, site, warsawDay(first.at), going), going);
};

const siteOf = (database: string): string => database.slice("site-".length);

const cameIn: ReadonlySet<Presence["event"]> = new Set(["leave_end", "hospital_end", "returned"]);

const surroundingsOf = (records: Records, writes: readonly Write[]): Surroundings => {
  const databases = [...new Set(writes.map(({ database }) => database))];
  const site = databases.find((database) => databaseTypeOf(database) === "site");
  return {
    stays: site ? staysOf(records, site) : new Map(),
    beds: records.all(directoryDatabase, "bed"),
    scans: databases.flatMap((database) => [...records.all(database, "scan").values()]),
    lines: writes.some(isRegistration) ? databases.flatMap((name) => [...records.all(name, "line").values()]) : [],
  };
};

const isRegistration = ({ before, after }: Write): boolean => !before && after.kind === "person";
