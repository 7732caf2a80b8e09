import { connectCouch } from "../couch-client.ts";
import { serve } from "../serve.ts";
import { readSettings, type Settings } from "../settings.ts";
import { siteAdd } from "./add-site.ts";
import { userAdd } from "./add-user.ts";
import { auditShow } from "./audit-show.ts";
import { auditVerify } from "./audit-verify.ts";
import { backup } from "./backup.ts";
import { userEnd } from "./end-user.ts";
import { expireCommand } from "./expire.ts";
import { health } from "./health.ts";
import { importFiles } from "./import-files.ts";
import { always, type Command, type Operation } from "./operation.ts";
import { restore } from "./restore.ts";
import { siteSet } from "./set-site.ts";

export type { Operation } from "./operation.ts";

/** Answers the exit code. A command speaks to the server that runs on this data folder, or opens the folder itself. */
export const runCommand = async (
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<number> => {
  const command = commands.find(({ name }) => name === words.slice(0, name.split(" ").length).join(" "));
  const isAsking = words.includes("--help") || words.includes("-h");
  if (!command || isAsking) {
    say(command ? `npm run prystan -- ${command.name} ${command.takes}\n\n${command.help}` : overview);
    return words.length === 0 || isAsking ? 0 : 2;
  }
  const own = words.slice(command.name.split(" ").length);
  try {
    const settings = readSettings(environment);
    return await withServer(settings, say, command.opens(settings, own), (operation) => command.run(operation, own));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  }
};

const importing: Command = {
  name: "import",
  takes: "FILE… [--site SLUG] [--shift-days N]",
  does: "takes over sites, people, groups, stays and trips",
  help: `Takes over records from JSON files. Everything is checked before anything is written, and repeating it changes nothing.
  --site SLUG       only what belongs to one site
  --shift-days N    moves every day and instant by N days`,
  opens: always,
  run: importFiles,
};

const commands: readonly Command[] = [
  siteAdd,
  siteSet,
  userAdd,
  userEnd,
  expireCommand,
  importing,
  backup,
  restore,
  health,
  auditVerify,
  auditShow,
];

const overview = `npm run prystan -- COMMAND

${commands.map(({ name, takes, does }) => `  ${`${name} ${takes}`.padEnd(54)} ${does}`).join("\n")}

COMMAND --help says more. The server on this machine is used where it runs; else the data folder is opened for as long as
the command takes. PORT, HOST, DATA_DIR, COUCHDB_URL, ADMIN_USER and ADMIN_PASSWORD are read as by npm start.`;

/** With COUCHDB_URL that CouchDB is spoken to, past every front. */
const withServer = async (
  settings: Settings,
  say: Operation["say"],
  isOpened: boolean,
  work: (operation: Operation) => Promise<number>,
): Promise<number> => {
  const server = await addressOf(settings);
  const isNeeded = isOpened && !server && !settings.couchUrl;
  const running = isNeeded ? await serve({ ...settings, port: 0 }) : undefined;
  const baseUrl = settings.couchUrl ?? `${running?.address ?? server ?? ""}/db`;
  const couch = connectCouch(baseUrl, settings.admin);
  try {
    return await work({ couch, access: { baseUrl, ...settings.admin }, settings, server, say });
  } finally {
    couch.close();
    await running?.stop();
  }
};

/** A server that is in trouble is there all the same. */
const addressOf = async ({ host, port }: Settings): Promise<string | undefined> => {
  const address = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
  try {
    const answer = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(5_000) });
    const { status } = (await answer.json()) as { status?: string };
    return status === undefined ? undefined : address;
  } catch {
    return undefined;
  }
};
