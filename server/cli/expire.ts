import { isRealDay } from "../../src/domain/dates/real-moments.ts";
import { writeBack } from "../operations/bring-back-expired.ts";
import { daysKept, expiredOn, keepExpired } from "../operations/expired-content.ts";
import { expire } from "../workers/expiry/expire.ts";
import { type Held, heldExpiries } from "../workers/expiry/held.ts";
import { always, type Command, type Operation } from "./operation.ts";

const run = async (operation: Operation, words: readonly string[]): Promise<number> => {
  if (words[0] === "--undo") return undo(operation, words[1]);
  const held = await heldExpiries(operation.couch);
  for (const [database, { day, count, of }] of held)
    operation.say(`${database}  ${count} of ${of} records are over since ${day}`);
  if (held.size === 0) operation.say("Nothing waits to be confirmed.");
  if (words[0] !== "--confirm") return held.size === 0 ? 0 : 1;
  return confirm(operation, held);
};

/** Exactly what was said to be over: where anything has changed since then, it waits again. */
const confirm = async ({ couch, settings, say }: Operation, held: ReadonlyMap<string, Held>): Promise<number> => {
  const today = new Date().toISOString().slice(0, 10);
  let waits = 0;
  for (const [database, confirmed] of held) {
    const isSound = isRealDay(confirmed.day) && confirmed.day <= today;
    const pass = { kept: keepExpired(settings.dataDir), confirmed };
    const count = isSound ? await expire(couch, database, confirmed.day, pass) : 0;
    say(count > 0 ? `${database}  ${count} records were emptied.` : `${database}  Something has changed: look again.`);
    if (count === 0) waits += 1;
  }
  return waits === 0 ? 0 : 1;
};

const undo = async ({ couch, settings, say }: Operation, day: string | undefined): Promise<number> => {
  const content = day === undefined ? [] : expiredOn(settings.dataDir, day);
  if (content.length === 0) {
    const days = daysKept(settings.dataDir);
    say(days.length > 0 ? `Kept are the days ${days.join(", ")}.` : "Nothing that expired is kept.");
    return 1;
  }
  const count = await writeBack(couch, content, new Date().toISOString());
  say(`${count} records are back.`);
  return 0;
};

export const expireCommand: Command = {
  name: "expire",
  takes: "[--confirm | --undo DAY]",
  does: "says which records wait to be emptied, and empties them",
  help: `A pass that would empty more than 20 records and more than a twentieth of a database waits for somebody's yes.
  --confirm     empties what is listed, and nothing else
  --undo DAY    puts back what expired on that day, YYYY-MM-DD, within a week
Ends with 1 where something waits.`,
  opens: always,
  run,
};
