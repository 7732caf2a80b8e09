import { parseArgs } from "node:util";
import { nextVersion } from "../../src/domain/merge/next-version.ts";
import { checkDocument } from "../../src/domain/model/check-document.ts";
import { directoryDatabase } from "../../src/domain/model/databases.ts";
import { type Site, site } from "../../src/domain/model/kinds/site.ts";
import { usualLockTimes } from "../../src/domain/rights/lock-times.ts";
import { allDocumentsOf } from "../workers/stored-documents.ts";
import { always, type Command, type Operation } from "./operation.ts";

const options = {
  "lock-idle": { type: "string" },
  "lock-hidden": { type: "string" },
  "hold-to-wipe": { type: "string" },
} as const;

/** Changes what is given and leaves the rest. Nothing is written where nothing changes or a value is refused. */
const run = async ({ couch, settings, say }: Operation, words: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
  const [slug] = positionals;
  const { "lock-idle": idle, "lock-hidden": hidden, "hold-to-wipe": held } = values;
  if (!slug || (idle === undefined && hidden === undefined && held === undefined)) {
    say("Needed: the place's short name, and --lock-idle, --lock-hidden or --hold-to-wipe.");
    return 2;
  }
  const found = (await allDocumentsOf<Site>(couch, directoryDatabase, "site")).find(
    (one) => one.site === slug && !one.voided,
  );
  if (!found) {
    say("There is no place of that name.");
    return 1;
  }
  const { _rev, ...before } = found;
  const wanted = {
    ...before,
    ...(idle !== undefined && { lockIdleSeconds: secondsIn(idle) }),
    ...(hidden !== undefined && { lockHiddenSeconds: secondsIn(hidden) }),
    ...(held !== undefined && { wipesByHolding: switchIn(held) }),
  } as Site;
  const author = { by: settings.admin.user, device: "server", at: new Date().toISOString() };
  const after = nextVersion(site.rule, before as Site, wanted, author);
  const [problem] = checkDocument(site, after);
  if (problem) {
    say(
      `Not changed: ${problem.field}. --lock-idle is 30 to 900 seconds, --lock-hidden 0 to 300, or usual; --hold-to-wipe on or off.`,
    );
    return 2;
  }
  const answer = await couch.put(`${directoryDatabase}/${encodeURIComponent(found._id)}`, { ...after, _rev });
  if (answer.status >= 300) {
    say(answer.status === 409 ? "Somebody changed the place meanwhile: try again." : `The server: ${answer.status}`);
    return 1;
  }
  const { idle: usualIdle, hidden: usualHidden } = usualLockTimes;
  say(
    `${slug}: phones lock after ${after.lockIdleSeconds ?? usualIdle} s untouched, ${after.lockHiddenSeconds ?? usualHidden} s hidden; holding the lock ${after.wipesByHolding ? "destroys what is on them" : "only locks"}.`,
  );
  return 0;
};

/** `usual` takes the field out; what is not a number the check of the document refuses. */
const secondsIn = (text: string): number | undefined =>
  text === "usual" ? undefined : Number(text.trim() || Number.NaN);

/** Anything else than `on` and `off` the check of the document refuses. */
const switchIn = (text: string): unknown => ({ on: true, off: false })[text] ?? text;

export const siteSet: Command = {
  name: "site set",
  takes: "SLUG [--lock-idle SECONDS] [--lock-hidden SECONDS] [--hold-to-wipe on|off]",
  does: "changes how a place's phones lock",
  help: `Changes after how long the phones of a place lock themselves, and what holding the lock does. They take it over as soon as they sync; a phone that
works with several places goes by the shortest time.
  --lock-idle SECONDS    untouched: 30 to 900, or usual (${usualLockTimes.idle})
  --lock-hidden SECONDS  out of sight: 0 to 300, or usual (${usualLockTimes.hidden}); 0 also locks when a file is chosen
  --hold-to-wipe on|off  whether holding the lock for three seconds destroys what is on a phone (off)`,
  opens: always,
  run,
};
