import { connectCouch } from "../couch-client.ts";
import { serve } from "../serve.ts";
import { readSettings, type Settings } from "../settings.ts";
import { addUser } from "./add-user.ts";
import { health } from "./health.ts";
import { importFiles } from "./import-files.ts";

/** What a command works with: the server's API as its administrator. */
export type Operation = {
  readonly couch: ReturnType<typeof connectCouch>;
  readonly access: { readonly baseUrl: string; readonly user: string; readonly password: string };
  readonly say: (line: string) => void;
};

/** Answers the exit code. A command speaks to the server that runs on this data folder, or opens the folder itself. */
export const runCommand = async (
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<number> => {
  const command = commands.find(({ name }) => name === words.slice(0, name.split(" ").length).join(" "));
  if (!command) {
    say(help);
    return words.length === 0 || words.includes("--help") ? 0 : 2;
  }
  return withServer(readSettings(environment), say, (operation) =>
    command.run(operation, words.slice(command.name.split(" ").length)),
  );
};

const commands = [
  { name: "import", run: importFiles },
  { name: "user add", run: addUser },
  { name: "health", run: health },
] as const;

const help = `npm run prystan -- COMMAND

  import FILE… [--site SLUG] [--shift-days N]   takes over sites, people, groups, stays and trips from JSON files
  user add NAME --role ROLE… [--passphrase …]   adds an account or changes its roles; prints the passphrase
  health                                        says whether the server answers, and what it holds

The server on this machine is used where it runs; else the data folder is opened for as long as the command takes.
PORT, HOST, DATA_DIR, ADMIN_USER and ADMIN_PASSWORD are read as by npm start.`;

const withServer = async (
  settings: Settings,
  say: Operation["say"],
  work: (operation: Operation) => Promise<number>,
): Promise<number> => {
  const running = (await answers(settings)) ? undefined : await serve({ ...settings, port: 0 });
  const address = running?.address ?? `http://${settings.host}:${settings.port}`;
  const access = { baseUrl: `${address}/db`, ...settings.admin };
  const couch = connectCouch(access.baseUrl, settings.admin);
  try {
    return await work({ couch, access, say });
  } finally {
    couch.close();
    await running?.stop();
  }
};

const answers = async ({ host, port }: Settings): Promise<boolean> => {
  try {
    return (await fetch(`http://${host}:${port}/healthz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
};
