import { ok } from "../domain/result.ts";
import type { Store } from "../store/open-store.ts";
import type { Row } from "../store/row.ts";
import { type Outcome, outcomeOf, type WriteAnswer } from "./outcome.ts";
import { receivedFrom, type WireDocument } from "./pull.ts";
import type { Answer, Server } from "./server.ts";

type Tools = { readonly server: Server; readonly store: Store; readonly now: () => string };

const batchSize = 100;
/** How often one call meets the server's newer version before it leaves the rest for the next round. */
const meetings = 5;

/**
 * Sends everything the server is not known to hold. Each document has its own outcome: one that is refused never stops another.
 * Answers once nothing is left but what was refused, or with the reason why the server could not be asked.
 */
export const push = async (tools: Tools, database: string): Promise<Answer<void>> => {
  let met = 0;
  for (;;) {
    const waiting = tools.store.unsent(database).filter((row) => !row.refused);
    if (waiting.length === 0 || met > meetings) return ok(undefined);
    const sent = await sendBatch(tools, database, waiting.slice(0, batchSize));
    if (!sent.ok) return sent;
    if (sent.value === "met") met += 1;
    if (sent.value === "stuck") return ok(undefined);
  }
};

/** Sends some rows; a batch that is too large is halved until the one document that is too large stands alone. */
const sendBatch = async (tools: Tools, database: string, rows: readonly Row[]): Promise<Answer<Progress>> => {
  const docs = rows.map(({ document, rev }) => ({ ...document, ...(rev && { _rev: rev }) }));
  const answer = await tools.server.post<readonly WriteAnswer[]>(`${database}/_bulk_docs`, { docs });
  if (answer.ok) return settle(tools, database, rows, answer.value.map(outcomeOf));
  if (answer.error.type !== "tooLarge") return answer;
  if (rows.length === 1) return settle(tools, database, rows, [{ type: "refused", reason: "too_large" }]);
  const half = Math.ceil(rows.length / 2);
  const first = await sendBatch(tools, database, rows.slice(0, half));
  return first.ok ? sendBatch(tools, database, rows.slice(half)) : first;
};

type Progress = "sent" | "met" | "stuck";

const settle = async (
  tools: Tools,
  database: string,
  rows: readonly Row[],
  outcomes: readonly Outcome[],
): Promise<Answer<Progress>> => {
  const paired = rows.flatMap((row, place) => (outcomes[place] ? [{ row, outcome: outcomes[place] }] : []));
  const sent = paired.flatMap(({ row, outcome }) =>
    outcome.type === "sent" ? [{ document: row.document, rev: outcome.rev }] : [],
  );
  await tools.store.markSent(database, sent);
  for (const { row, outcome } of paired) {
    if (outcome.type !== "refused") continue;
    await tools.store.markRefused(database, row.document, { reason: outcome.reason, at: tools.now() });
  }
  const conflicting = paired.filter(({ outcome }) => outcome.type === "conflict").map(({ row }) => row);
  if (conflicting.length > 0) return meetServer(tools, database, conflicting);
  return ok(paired.some(({ outcome }) => outcome.type !== "later") ? "sent" : "stuck");
};

/** Somebody else wrote first: takes over what the server has, so that the next batch carries both. */
const meetServer = async (tools: Tools, database: string, rows: readonly Row[]): Promise<Answer<Progress>> => {
  const keys = rows.map((row) => row.document._id);
  const answer = await tools.server.post<Found>(`${database}/_all_docs?include_docs=true`, { keys });
  if (!answer.ok) return answer;
  const found = answer.value.rows;
  await tools.store.receive(
    database,
    found.flatMap(({ doc }) => (doc ? [receivedFrom(doc)] : [])),
  );
  const erased = new Set(found.flatMap(({ id, value }) => (value?.deleted && id ? [id] : [])));
  for (const { document } of rows) {
    if (!erased.has(document._id)) continue;
    await tools.store.markRefused(database, document, { reason: "erased", at: tools.now() });
  }
  return ok("met");
};

type Found = {
  readonly rows: readonly {
    readonly id?: string;
    readonly value?: { readonly deleted?: boolean };
    readonly doc?: WireDocument | null;
  }[];
};
