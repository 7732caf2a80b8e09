import type { CouchClient } from "../../../../server/couch-client.ts";
import { actsIn } from "../../../../server/workers/acts-in.ts";
import { catchUp } from "../../../../server/workers/catch-up.ts";
import { expire } from "../../../../server/workers/expiry/expire.ts";
import { followedDatabases, provision } from "../../../../server/workers/provision.ts";
import type { Scope } from "../../../../server/workers/provisioning-queue.ts";

/** The workers of one server process. Each of their requests may be held for as long as the test likes, or be the last one. */
export type WorkerProcess = {
  /** What is due is done, until it is done, held, or the process dies. */
  work(): Promise<void>;
  /** The hourly pass over some databases. */
  expire(databases: readonly string[]): Promise<void>;
  holdAt(request: number): void;
  /** Held as soon as the accounts were read of which roles are worked out. */
  holdAfterAccounts(): void;
  dieAt(request: number): void;
  /** What was held goes on. */
  release(): Promise<void>;
  /** Dies, if it lives, and is there again with nothing in its way. */
  restart(): Promise<void>;
  /** Whether there is more to do than what changes ask for. */
  isDue(): boolean;
};

type Options = {
  readonly couch: CouchClient;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How far each database was followed, by whichever process. */
  readonly kept: Map<string, string>;
};

const died = new Error("the process died");

export const openWorkerProcess = ({ couch, now, kept }: Options): WorkerProcess => {
  let life = 0;
  let due: Scope | undefined = "everything";
  let followed = new Map<string, string>();
  let trap: { readonly what: "hold" | "die"; left: number } | undefined;
  let waitsForAccounts = false;
  let gate: { readonly open: () => void } | undefined;
  let running: Promise<void> | undefined;
  let noticeHeld = () => {};

  const meet = async (mine: number, path: string): Promise<void> => {
    if (mine !== life) throw died;
    if (trap && trap.left > 0) trap.left -= 1;
    else if (trap?.what === "die") die();
    else if (trap) {
      trap = undefined;
      await new Promise<void>((open) => {
        gate = { open };
        noticeHeld();
      });
    }
    if (mine !== life) throw died;
    if (waitsForAccounts && path.startsWith("_users/_all_docs")) {
      waitsForAccounts = false;
      trap = { what: "hold", left: 0 };
    }
  };
  const clientIn = (mine: number): CouchClient => ({
    get: (path) => meet(mine, path).then(() => couch.get(path)),
    put: (path, body) => meet(mine, path).then(() => couch.put(path, body)),
    post: (path, body) => meet(mine, path).then(() => couch.post(path, body)),
    close: () => {},
  });
  const die = () => {
    life += 1;
    trap = undefined;
    waitsForAccounts = false;
    due = "everything";
    followed = new Map();
    gate?.open();
    gate = undefined;
  };
  const ask = (scope: Scope) => {
    due = due === "everything" || scope === "everything" ? "everything" : new Set([...(due ?? []), ...scope]);
  };
  const actIn = actsIn({ ask, noteConflicts: async () => true, now });

  const provide = async (client: CouchClient, mine: number) => {
    if (due === undefined) return;
    const scope = due;
    due = undefined;
    const provided = await provision(client, now(), scope);
    if (mine !== life) return;
    for (const name of followedDatabases(provided)) if (!followed.has(name)) followed.set(name, kept.get(name) ?? "0");
    if (!provided.isDone || provided.failures.length > 0) ask(scope);
  };
  const pass = async (mine: number) => {
    const client = clientIn(mine);
    await provide(client, mine);
    for (const [name, since] of followed) {
      const reached = await catchUp(client, name, since, actIn(name));
      if (mine !== life) return;
      followed.set(name, reached);
      kept.set(name, reached);
    }
    await provide(client, mine);
  };
  /** Until it is done or held. */
  const untilHeld = async (go: () => void): Promise<void> => {
    const held = new Promise<void>((resolve) => {
      noticeHeld = resolve;
    });
    go();
    await Promise.race([running, held]);
  };
  const begin = async (work: (mine: number) => Promise<void>): Promise<void> => {
    if (running) return;
    await untilHeld(() => {
      running = work(life)
        .catch((error) => {
          if (error !== died) throw error; // who died did not fail
        })
        .finally(() => {
          running = undefined;
        });
    });
  };
  const release = async () => {
    const held = gate;
    gate = undefined;
    if (held) await untilHeld(held.open);
  };
  return {
    work: () => begin(pass),
    expire: (databases) =>
      begin(async (mine) => {
        for (const name of databases) await expire(clientIn(mine), name, new Date(now()).toISOString().slice(0, 10));
      }),
    holdAt: (left) => {
      trap = { what: "hold", left };
    },
    holdAfterAccounts: () => {
      waitsForAccounts = true;
    },
    dieAt: (left) => {
      trap = { what: "die", left };
    },
    release,
    restart: async () => {
      die();
      await running;
      await new Promise<void>((resolve) => setImmediate(resolve));
    },
    isDue: () => due !== undefined,
  };
};
