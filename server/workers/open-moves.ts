import { randomUUID } from "node:crypto";
import type { CouchClient } from "../couch-client.ts";
import { serverDatabase } from "../phones/phone-record.ts";

/**
 * A person whom a worker moves to another site: until the worker is done the record may lie at both. `from` and `to` are databases,
 * `day` is the server's.
 */
export type OpenMove = {
  readonly person: string;
  readonly from: string;
  readonly to: string;
  readonly day: string;
  /** Which worker's it is: one that is done says nothing of another that is not. */
  readonly token: string;
};

/** Where no account writes: an account that could note a move could have a person taken away. */
const place = `${serverDatabase}/_local/open-moves`;
/** No worker is held up for longer than this; what is older was left by one that was cut off. */
const keptDays = 2;
/** Several workers may note a move at the same moment. */
const tries = 20;

type Noted = { readonly _rev?: string; readonly moves?: readonly OpenMove[] };

/** Moves that a worker began and may not have finished. */
export const openMoves = async (couch: CouchClient): Promise<readonly OpenMove[]> => (await read(couch)).moves ?? [];

/** Notes a move before anything is written at the other site. Answers the token for `closeMove`. */
export const beginMove = async (couch: CouchClient, move: Omit<OpenMove, "token">): Promise<string> => {
  const token = randomUUID();
  const oldest = new Date(Date.parse(move.day) - keptDays * 86_400_000).toISOString().slice(0, 10);
  await change(couch, (moves) => [...moves.filter(({ day }) => day >= oldest), { ...move, token }]);
  return token;
};

export const closeMove = (couch: CouchClient, token: string): Promise<void> =>
  change(couch, (moves) => moves.filter((move) => move.token !== token));

const change = async (couch: CouchClient, make: (moves: readonly OpenMove[]) => readonly OpenMove[]): Promise<void> => {
  for (let time = 0; time < tries; time += 1) {
    const { _rev, moves = [] } = await read(couch);
    const { status } = await couch.put(place, { ...(_rev && { _rev }), moves: make(moves) });
    if (status < 300) return;
    if (status !== 409) throw new Error(`moves under way cannot be noted: ${status}`);
  }
  throw new Error("moves under way cannot be noted: others note theirs all the time");
};

const read = async (couch: CouchClient): Promise<Noted> => {
  const { status, body } = await couch.get<Noted>(place);
  if (status !== 200 && status !== 404) throw new Error(`moves under way cannot be read: ${status}`);
  return status === 200 ? body : {};
};
