import { statfsSync } from "node:fs";
import { auditFiles, headsIn } from "../audit/audit-files.ts";
import { headText } from "../audit/head.ts";
import { countConflicts } from "../operations/count-conflicts.ts";
import { lastBackup } from "../operations/last-backup.ts";
import { heldExpiries } from "../workers/expiry/held.ts";
import { always, type Command, type Operation } from "./operation.ts";

/** Part of the disk that has to be free; below it the embedded store refuses writes. */
const leastFree = 0.05;
const oldPass = 5 * 60_000;

/** Numbers only, nothing of what is in the databases. 1 where an operator has to look. */
const run = async (operation: Operation): Promise<number> => {
  const troubles = [
    ...(await databases(operation)),
    ...disk(operation),
    ...(await workers(operation)),
    ...(await expiry(operation)),
  ];
  const backup = lastBackup(operation.settings.dataDir);
  operation.say(`last backup      ${backup ?? "none was made from here"}`);
  const head = headsIn(auditFiles(operation.settings.dataDir)).at(-1);
  operation.say(`audit            ${head ? headText(head) : "no head was signed yet"}`);
  for (const trouble of troubles) operation.say(`! ${trouble}`);
  operation.say(troubles.length === 0 ? "All is well." : `${troubles.length} thing(s) to look at.`);
  return troubles.length === 0 ? 0 : 1;
};

const databases = async ({ couch, say }: Operation): Promise<readonly string[]> => {
  const all = await couch.get<readonly string[]>("_all_dbs");
  if (all.status !== 200) return [`the server answers ${all.status}`];
  const troubles: string[] = [];
  for (const name of all.body as readonly string[]) {
    const path = encodeURIComponent(name);
    const { body } = await couch.get<{ doc_count: number }>(path);
    const conflicts = await countConflicts(couch, path);
    say(`${name.padEnd(40)} ${body.doc_count} documents${conflicts > 0 ? `, ${conflicts} in conflict` : ""}`);
    if (conflicts > 0)
      troubles.push(`${name}: ${conflicts} document(s) in conflict; the workers merge them within minutes`);
  }
  const { body: security } = await couch.get<{ members?: { names?: string[]; roles?: string[] } }>("_users/_security");
  const { names = [], roles = [] } = security.members ?? {};
  return names.length + roles.length > 0 ? troubles : [...troubles, "_users is open: everybody may write there"];
};

const disk = ({ settings, say }: Operation): readonly string[] => {
  const { bavail, blocks, bsize } = statfsSync(settings.dataDir);
  const free = bavail / blocks;
  say(`free disk        ${Math.round((bavail * bsize) / 1024 ** 2)} MB (${Math.round(free * 100)} %)`);
  return free < leastFree ? ["the disk is nearly full: the server refuses to write, phones keep what they have"] : [];
};

const workers = async ({ server, say }: Operation): Promise<readonly string[]> => {
  if (!server) {
    say("workers          no server runs here");
    return [];
  }
  const answer = await fetch(`${server}/healthz`);
  const {
    lastPass,
    oldConflicts = 0,
    reason,
  } = (await answer.json()) as Partial<Record<"lastPass" | "reason", string> & { oldConflicts: number }>;
  say(`workers          last pass ${lastPass ?? "not yet"}`);
  if (!answer.ok) return [`the server says: ${reason ?? answer.status}`];
  const isOld = lastPass !== undefined && Date.now() - Date.parse(lastPass) > oldPass;
  return [
    ...(isOld ? ["the workers have not finished a pass for five minutes"] : []),
    ...(oldConflicts > 0
      ? [`${oldConflicts} document(s) in conflict for over five minutes: nobody can join them`]
      : []),
  ];
};

const expiry = async ({ couch }: Operation): Promise<readonly string[]> =>
  [...(await heldExpiries(couch))].map(
    ([database, { count, of }]) =>
      `${database}: ${count} of ${of} records are over, and wait: npm run prystan -- expire --confirm`,
  );

export const health: Command = {
  name: "health",
  takes: "",
  does: "says what the server holds and what is wrong",
  help: `Databases and how many documents each holds, documents in conflict, free disk, the last backup, the workers' last pass,
the head of the audit chain: mailed or printed where nobody at this machine can change it, it proves what was entered before.
Ends with 1 where somebody has to look: for a timer or a monitor.`,
  opens: always,
  run,
};
