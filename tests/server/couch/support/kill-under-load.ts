import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

const AUTHORIZATION = {
  authorization: `Basic ${Buffer.from("admin:admin").toString("base64")}`,
  "content-type": "application/json",
};
const WRITERS = 8;
const BATCH = 20;

/** What one round of killing showed. */
export type KillReport = {
  readonly acknowledged: number;
  readonly lost: string[];
  readonly broken: string[];
};

type Server = { readonly child: ChildProcess; readonly base: string };

const start = async (script: string, file: string): Promise<Server> => {
  const env = { ...process.env, COUCH_FILE: file, PORT: "0" };
  const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return { child, base: `http://127.0.0.1:${/port (\d+)/.exec(String(line))?.[1]}/db/load` };
};

const send = (url: string, method: string, body?: unknown): Promise<Response> =>
  fetch(url, { method, headers: AUTHORIZATION, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

/** Every document says in itself what it should be, so that half of one would show. */
const aDocument = (writer: number, n: number, i: number) => {
  const text = `${writer}-${n}-${i}`;
  return { _id: `doc-${text}`, text, again: text.repeat(40), end: text };
};

/** Writes without pause until the server is gone; notes what was acknowledged. */
const write = async (
  base: string,
  writer: number,
  note: (id: string, rev: string) => void,
  label: string,
): Promise<void> => {
  for (let n = 0; ; n++) {
    try {
      if (n % 3 === 0) {
        const { _id, ...doc } = aDocument(writer, n, 0);
        const answer = await send(`${base}/${label}${_id}`, "PUT", doc);
        const { rev } = (await answer.json()) as { rev: string };
        if (answer.status === 201) note(`${label}${_id}`, rev);
      } else {
        const docs = Array.from({ length: BATCH }, (_, i) => aDocument(writer, n, i)).map((doc) => ({
          ...doc,
          _id: label + doc._id,
        }));
        const answer = await send(`${base}/_bulk_docs`, "POST", { docs });
        const rows = (await answer.json()) as { id: string; rev: string }[];
        if (answer.status === 201) for (const { id, rev } of rows) note(id, rev);
      }
    } catch {
      return;
    }
  }
};

/** Kills a server with SIGKILL under the load of eight writers, starts it again and looks what is there. */
export const killUnderLoad = async (script: string, file: string, round: number): Promise<KillReport> => {
  const first = await start(script, file);
  await send(first.base, "PUT");
  const acknowledged = new Map<string, string>();
  const enough = 400 + ((round * 137) % 500);
  const note = (id: string, rev: string): void => {
    acknowledged.set(id, rev);
    if (acknowledged.size >= enough) first.child.kill("SIGKILL");
  };
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(first.base, writer, note, `r${round}-`));
  await Promise.all([once(first.child, "exit"), ...writers]);

  const second = await start(script, file);
  await send(second.base, "GET");
  const answer = await send(`${second.base}/_all_docs?include_docs=true`, "GET");
  const { rows } = (await answer.json()) as {
    rows: { id: string; doc: { _rev: string; text: string; again: string; end: string } }[];
  };
  const stored = new Map(rows.map(({ id, doc }) => [id, doc]));
  const lost = [...acknowledged].filter(([id, rev]) => stored.get(id)?._rev !== rev).map(([id]) => id);
  const broken = rows
    .filter(({ doc }) => doc.again !== doc.text.repeat(40) || doc.end !== doc.text)
    .map(({ id }) => id);
  const info = (await (await send(second.base, "GET")).json()) as { doc_count: number };
  const changes = (await (await send(`${second.base}/_changes`, "GET")).json()) as { results: unknown[] };
  if (info.doc_count !== rows.length || changes.results.length !== rows.length) broken.push("counts differ");
  second.child.kill("SIGTERM");
  await once(second.child, "exit");
  return { acknowledged: acknowledged.size, lost, broken };
};
