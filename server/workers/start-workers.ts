import { setTimeout as wait } from "node:timers/promises";
import { tierOf } from "../../src/domain/model/databases.ts";
import type { OperatorClient } from "../couch-client.ts";
import { installDatabase } from "../design/install-database.ts";
import { serverDatabase } from "../phones/phone-record.ts";
import { actsIn } from "./acts-in.ts";
import { FeedRefused } from "./catch-up.ts";
import { dropEmptied } from "./expiry/drop-emptied.ts";
import { expireDaily, type KeptContent } from "./expiry/expire.ts";
import { type Following, followChanges } from "./follow-changes.ts";
import { logRefused } from "./log-refused.ts";
import { followedDatabases, provision } from "./provision.ts";
import { openProvisioningQueue } from "./provisioning-queue.ts";
import { watchOldConflicts } from "./watch-old-conflicts.ts";

/** What the server does on its own. */
export type Workers = {
  /** Resolves when everything that documents ask for has been provided once. */
  readonly ready: Promise<void>;
  /** When all databases were last looked at and acted on (ISO 8601); nothing before the first time. */
  lastPass(): string | undefined;
  /** Documents whose versions have stood unmerged for too long: an operator has to look. */
  oldConflicts(): number;
  /** Resolves once everything that documents ask for now has been provided. */
  provision(): Promise<void>;
  stop(): void;
};

/** The directory names a site before its database is made, perhaps by another server: the follower comes back. */
const isNotMadeYet = (error: Error): boolean => error instanceof FeedRefused && error.status === 404;

type Log = (event: object) => void;

const minute = 60_000;
/** Between whole passes: trips that are over close, records expire, a change that was missed is made up for. */
const hour = 60 * minute;

/**
 * Opens what every installation has, then follows what changes: provides databases and rights, joins conflicting versions, moves
 * people, takes the content of what has expired. Every act makes the whole state right, so it may run twice, on two servers, or be
 * cut off anywhere.
 */
export const startWorkers = async (store: OperatorClient, log: Log, kept?: KeptContent): Promise<Workers> => {
  const couch = logRefused(store, log);
  let stopped = false;
  const followers = new Map<string, { following?: Following }>();
  const conflicts = watchOldConflicts(log);

  const follow = (database: string) => {
    if (followers.has(database)) return;
    const failed = (error: Error) => {
      if (!isNotMadeYet(error)) log({ event: "worker-failed", database, name: error.name, message: error.message });
    };
    const follower: { following?: Following } = {};
    followers.set(database, follower);
    const isOver = () => stopped || followers.get(database) !== follower;
    follower.following = followChanges(couch, database, actIn(database), { stopped: isOver, failed });
  };
  /** Databases of trips that are over are not followed any more. */
  const followOnly = (databases: readonly string[]) => {
    const wanted = new Set(databases);
    for (const database of followers.keys()) if (!wanted.has(database)) followers.delete(database);
    databases.forEach(follow);
  };
  const failed = ({ name, message }: Error) => {
    if (!stopped) log({ event: "worker-failed", name, message });
  };
  const provisioning = openProvisioningQueue(async (scope) => {
    const provided = await provision(couch, Date.now(), scope);
    if (!stopped && provided.failures.length === 0) followOnly(followedDatabases(provided));
    else if (!stopped) followedDatabases(provided).forEach(follow);
    if (provided.failures[0]) throw provided.failures[0];
    return provided.isDone;
  }, failed);
  // Not awaited: the queue repeats it until it is done, and a new start begins with everything.
  const actIn = actsIn({ ask: (scope) => void provisioning.ask(scope), noteConflicts: conflicts.note, now: Date.now });
  const wholePass = () => provisioning.ask("everything");
  const expiryPass = async () => {
    const today = new Date().toISOString().slice(0, 10);
    kept?.destroyOld(today);
    // Also those that no worker follows any more, such as the databases of trips that are over.
    const { body } = await couch.get<readonly string[]>("_all_dbs");
    for (const database of body.filter(tierOf)) {
      if (stopped) return;
      await expireDaily(couch, database, today, kept && { kept }).catch(failed);
      await dropEmptied(couch, database).catch(failed);
    }
  };
  const safely = (work: () => Promise<void>): Promise<void> => work().catch(failed);
  const every = async (pause: number, work: () => Promise<void>) => {
    while (!stopped) {
      await wait(pause, undefined, { ref: false });
      if (!stopped) await safely(work);
    }
  };

  for (const database of ["directory", serverDatabase]) await installDatabase(couch, database);
  await couch.put("_users", undefined);
  const ready = safely(wholePass);
  void ready.then(() => safely(expiryPass));
  void every(hour, async () => {
    await wholePass();
    await expiryPass();
  });
  void every(minute, () => conflicts.look(couch));
  return {
    ready,
    lastPass: () => [...followers.values()].map(({ following }) => following?.lastTime() ?? "").sort()[0] || undefined,
    oldConflicts: conflicts.old,
    provision: () => provisioning.ask("everything"),
    stop: () => {
      stopped = true;
      provisioning.stop();
    },
  };
};
