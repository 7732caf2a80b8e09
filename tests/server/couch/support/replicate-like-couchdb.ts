import type { TestAnswer, TestCouch, TestRequest } from "./start-couch.ts";

/** A database on a server. */
export type Side = { readonly couch: Pick<TestCouch, "send" | "listen">; readonly name: string };

/** What one replication did. `since`: where the checkpoints let it begin, `0` at first. */
export type Replicated = { readonly since: string; readonly read: number; readonly written: number };

type Revisions = { readonly start: number; readonly ids: readonly string[] };
type Change = { readonly seq: string; readonly id: string; readonly changes: readonly { readonly rev: string }[] };
/** What stands in a checkpoint, and the revision that the next write of it names. */
type Log = {
  readonly rev?: string;
  readonly session?: string;
  readonly since?: string;
  readonly history: readonly Entry[];
};
type Entry = { readonly session_id: string; readonly recorded_seq: string };

const send = async (
  { couch, name }: Side,
  [method, path]: readonly [string, string],
  expected: number,
  request: TestRequest = {},
): Promise<TestAnswer> => {
  const answer = await couch.send(method, `/${name}${path}`, request);
  if (answer.status !== expected) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer;
};

const logOf = async ({ couch, name }: Side, id: string): Promise<Log> => {
  const { status, body } = await couch.send("GET", `/${name}/_local/${id}`);
  if (status === 404) return { history: [] };
  return { rev: body._rev, session: body.session_id, since: body.source_last_seq, history: body.history };
};

/** The point that both sides know of: of the same session, or of the newest session that both were part of. */
const startOf = (source: Log, target: Log): string => {
  if (source.session !== undefined && source.session === target.session) return source.since ?? "0";
  const known = new Set(target.history.map(({ session_id }) => session_id));
  return source.history.find(({ session_id }) => known.has(session_id))?.recorded_seq ?? "0";
};

/**
 * What CouchDB 3.5's replicator sends, request for request (`couch_replicator_scheduler_job.erl`, `couch_replicator_api_wrap.erl`): its checkpoints
 * go to both sides, from the second on with `_revisions` beside `_rev`. Throws at the first answer that it would not go on with.
 */
export const openReplication = async (source: Side, target: Side, id: string, session: string) => {
  const started = await Promise.all([source, target].map((side) => send(side, ["GET", ""], 200)));
  let logs: readonly [Log, Log] = [await logOf(source, id), await logOf(target, id)];
  const since = startOf(...logs);
  let [read, written] = [0, 0];

  const copy = async (changes: readonly Change[]): Promise<void> => {
    const revisions = Object.fromEntries(changes.map((change) => [change.id, change.changes.map(({ rev }) => rev)]));
    const { body: missing } = await send(target, ["POST", "/_revs_diff"], 200, { body: revisions });
    const wanted = Object.entries(missing as Record<string, { missing: string[] }>).flatMap(([document, diff]) =>
      diff.missing.map((rev) => ({ id: document, rev })),
    );
    if (wanted.length === 0) return;
    const { body } = await send(source, ["POST", "/_bulk_get?latest=true&revs=true"], 200, { body: { docs: wanted } });
    const docs = (body.results as { docs: { ok?: object }[] }[]).flatMap((one) =>
      one.docs.flatMap(({ ok }) => ok ?? []),
    );
    read += docs.length;
    const headers = { "x-couch-full-commit": "false" };
    const answer = await send(target, ["POST", "/_bulk_docs"], 201, { body: { docs, new_edits: false }, headers });
    written += docs.length - answer.body.length;
  };

  const checkpoint = async (reached: string): Promise<void> => {
    const committed = await Promise.all(
      [source, target].map((side) => send(side, ["POST", "/_ensure_full_commit"], 201, { body: {} })),
    );
    committed.forEach(({ body }, place) => {
      if (body.instance_start_time !== started[place]?.body.instance_start_time)
        throw new Error("instance_start_time has changed since the last checkpoint");
    });
    const entry = { session_id: session, recorded_seq: reached, start_last_seq: since, end_last_seq: reached };
    const counts = { missing_checked: read, missing_found: read, docs_read: read, docs_written: written };
    const history = [
      { ...entry, ...counts, doc_write_failures: 0 },
      ...logs[0].history.filter((one) => one.session_id !== session),
    ];
    const content = {
      session_id: session,
      source_last_seq: reached,
      replication_id_version: 4,
      history: history.slice(0, 50),
    };
    const write = async (side: Side, { rev }: Log): Promise<Log> => {
      const body = { _id: `_local/${id}`, ...(rev !== undefined && { _rev: rev }), ...content, ...revisionsOf(rev) };
      const answer = await send(side, ["PUT", `/_local/${id}`], 201, {
        body,
        headers: { "x-couch-full-commit": "false" },
      });
      return { rev: answer.body.rev, session, since: reached, history };
    };
    logs = [await write(source, logs[0]), await write(target, logs[1])];
  };
  return { since, copy, checkpoint, done: (): Replicated => ({ since, read, written }) };
};

const revisionsOf = (rev: string | undefined): { readonly _revisions?: Revisions } => {
  if (rev === undefined) return {};
  const [start, hash = ""] = rev.split("-");
  return { _revisions: { start: Number(start), ids: [hash] } };
};

/** Once, until nothing is left. */
export const replicate = async (source: Side, target: Side, id: string, session: string): Promise<Replicated> => {
  const replication = await openReplication(source, target, id, session);
  const query = `/_changes?feed=normal&style=all_docs&since=${encodeURIComponent(replication.since)}&timeout=10000`;
  const { body } = await send(source, ["GET", query], 200);
  for (let at = 0; at < body.results.length; at += 10) {
    const batch = (body.results as Change[]).slice(at, at + 10);
    await replication.copy(batch);
    await replication.checkpoint(batch.at(-1)?.seq ?? replication.since);
  }
  return replication.done();
};

/** For as long as nobody stops it; `stop` answers once all that was read is written and its place is kept. */
export const replicateContinuously = async (source: Side, target: Side, id: string, session: string) => {
  const replication = await openReplication(source, target, id, session);
  const since = encodeURIComponent(replication.since);
  const feed = await source.couch.listen(
    `/${source.name}/_changes?feed=continuous&style=all_docs&since=${since}&heartbeat=1000`,
  );
  const reader = (feed.body as ReadableStream<Uint8Array>).getReader();
  const run = async (): Promise<void> => {
    let rest = "";
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const lines = (rest + new TextDecoder().decode(piece.value)).split("\n");
      rest = lines.pop() ?? "";
      const batch = lines.filter((line) => line.startsWith('{"seq"')).map((line) => JSON.parse(line) as Change);
      if (batch.length === 0) continue;
      await replication.copy(batch);
      await replication.checkpoint(batch.at(-1)?.seq ?? "");
    }
  };
  const running = run();
  return {
    stop: async (): Promise<Replicated> => {
      await reader.cancel();
      await running;
      return replication.done();
    },
  };
};
