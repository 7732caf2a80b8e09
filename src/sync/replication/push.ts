import { err, ok } from "../../domain/model/result.ts";
import type { Store } from "../../store/open-store.ts";
import type { Row } from "../../store/row.ts";
import type { Answer, Server } from "../connection/server.ts";
import { fetchAndMerge } from "./fetch-and-merge.ts";
import { inBatches } from "./in-batches.ts";
import { type Outcome, outcomeOf, type WriteAnswer } from "./outcome.ts";
import { type Noted, noteSent, type Unanswered } from "./unanswered.ts";

export type Tools = {
  readonly server: Server;
  readonly store: Store;
  readonly unanswered: Unanswered;
  readonly now: () => string;
};

/** A batch that arrives within a minute at 50 kbit/s: documents, characters. */
const batch = { documents: 100, characters: 150_000 };
/** How often one call meets the server's newer version before it leaves the rest for the next round. */
const mostPasses = 6;

/**
 * Sends everything the server is not known to hold. Each document has its own outcome: one that is refused never stops another.
 * Answers once nothing is left but what was refused, or with the reason why the server could not take it. `again` tries what was
 * refused once more.
 */
export const push = async (tools: Tools, database: string, again: boolean): Promise<Answer<void>> => {
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const waiting = tools.store.unsent(database).filter((row) => !row.refused || (again && pass === 0));
    const outcomes: Outcome[] = [];
    for (const rows of inBatches(waiting, batch.documents, lengthOf, batch.characters)) {
      const sent = await sendBatch(tools, database, rows);
      if (!sent.ok) return sent;
      outcomes.push(...sent.value);
    }
    if (outcomes.some(({ type }) => type === "conflict")) continue;
    return outcomes.some(({ type }) => type === "later") ? err({ type: "later" }) : ok(undefined);
  }
  return err({ type: "later" });
};

const lengthOf = ({ document }: Row): number => JSON.stringify(document).length;

/** Sends some rows. A batch that the server does not take as a whole is halved until the culprit stands alone. */
const sendBatch = async (tools: Tools, database: string, rows: readonly Row[]): Promise<Answer<readonly Outcome[]>> => {
  const docs = rows.map(({ document, rev }) => ({ ...document, ...(rev && { _rev: rev }) }));
  const noted = await noteSent(tools, database, rows);
  const answer = await tools.server.post<readonly WriteAnswer[]>(`${database}/_bulk_docs`, { docs });
  if (answer.ok) {
    const isWhole = Array.isArray(answer.value) && answer.value.length === rows.length;
    return isWhole ? settle(tools, database, rows, answer.value.map(outcomeOf), noted) : err({ type: "later" });
  }
  const { type } = answer.error;
  if (type !== "tooLarge" && type !== "malformed") return answer;
  await noted.answered();
  const reason = type === "tooLarge" ? "too_large" : "malformed";
  if (rows.length === 1) return settle(tools, database, rows, [{ type: "refused", reason }], noted);
  const half = Math.ceil(rows.length / 2);
  const first = await sendBatch(tools, database, rows.slice(0, half));
  if (!first.ok) return first;
  const second = await sendBatch(tools, database, rows.slice(half));
  return second.ok ? ok([...first.value, ...second.value]) : second;
};

/** Writes down what became of each row. */
const settle = async (
  tools: Tools,
  database: string,
  rows: readonly Row[],
  outcomes: readonly Outcome[],
  noted: Noted,
): Promise<Answer<readonly Outcome[]>> => {
  const paired = rows.flatMap(({ document }, place) => {
    const outcome = outcomes[place];
    return outcome ? [{ document, outcome }] : [];
  });
  await tools.store.markSent(
    database,
    paired.flatMap(({ document, outcome }) => (outcome.type === "sent" ? [{ document, rev: outcome.rev }] : [])),
  );
  await noted.answered();
  const reasons = new Map(
    paired.flatMap(({ document, outcome }) =>
      outcome.type === "refused" ? [[document._id, outcome.reason] as const] : [],
    ),
  );
  await refuse(tools, database, rows, reasons);
  const conflicting = paired.flatMap(({ document, outcome }) => (outcome.type === "conflict" ? [document._id] : []));
  if (conflicting.length > 0) {
    const obstacles = await fetchAndMerge(tools, database, conflicting);
    if (!obstacles.ok) return obstacles;
    await refuse(tools, database, rows, obstacles.value);
  }
  return ok(outcomes);
};

const refuse = async (
  { store, now }: Tools,
  database: string,
  rows: readonly Row[],
  reasons: ReadonlyMap<string, string>,
): Promise<void> => {
  for (const reason of new Set(reasons.values())) {
    const refused = rows.filter(({ document }) => reasons.get(document._id) === reason);
    await store.markRefused(
      database,
      refused.map(({ document }) => document),
      { reason, at: now() },
    );
  }
};
