import type { RxDatabase } from "rxdb/plugins/core";
import { replicateCouchDB } from "rxdb/plugins/replication-couchdb";
import { homeOf } from "../../../src/domain/databases.ts";
import type { Document } from "../../../src/domain/document.ts";
import { includes, merge } from "../../../src/domain/merge.ts";
import { person } from "../../../src/domain/person.ts";
import { same } from "../../../src/domain/same.ts";
import type { Collections } from "../../../src/store/open-store.ts";
import type { Row } from "../../../src/store/row.ts";
import type { Sync, SyncOptions } from "../../../src/sync/engine.ts";
import { countUnsent } from "../../../src/sync/round.ts";
import type { Server } from "../../../src/sync/server.ts";

/**
 * RxDB's stock replication in place of our engine: one pass whenever something happens. It gets our own merge as its conflict
 * handler, so that what goes wrong is the plugin's doing.
 */
export const startStock = (options: SyncOptions, database: RxDatabase<Collections>): Sync => {
  const { server, store, clock, account, report } = options;
  let [isDue, isRunning, isOver] = [true, false, false];
  let timers: number[] = [];
  const rest = () => {
    timers = [0, 1].map(() => clock.setTimeout(() => {}, 86_400_000));
  };
  const wake = () => {
    isDue = true;
    for (const timer of timers.splice(0)) clock.clearTimeout(timer);
    if (!isRunning) running = run();
  };
  const pass = async (name: string): Promise<void> => {
    const collection = database.collections[homeOf(name)];
    collection.conflictHandler = { isEqual: sameRows, resolve: async (conflict) => joined(conflict as never) as never };
    const replication = replicateCouchDB<Row>({
      replicationIdentifier: `stock-${name}`,
      collection,
      url: `/db/${name}/`,
      fetch: translating(server, name),
      live: false,
      waitForLeadership: false,
      retryTime: 5,
      pull: {},
      push: {},
    });
    const sent: { document: Document; rev: string }[] = [];
    replication.sent$.subscribe(({ document }) => void sent.push({ document: structuredClone(document), rev: "" }));
    await inTime(replication.awaitInitialReplication());
    await inTime(replication.cancel());
    if (!isOver) await inTime(store.markSent(name, sent));
  };
  const run = async () => {
    isRunning = true;
    while (isDue && !isOver) {
      isDue = false;
      for (const name of account.databases) if (!isOver) await pass(name);
      if (!isOver) report({ state: "upToDate", ...countUnsent(store) });
    }
    isRunning = false;
    if (!isOver) rest();
  };
  const unsubscribe = store.subscribe((rows) => {
    report(countUnsent(store));
    if (rows.some((row) => !row.sent)) wake();
  });
  report(countUnsent(store));
  let running = run();
  return {
    wake,
    stop: async () => {
      isOver = true;
      unsubscribe();
      await running;
    },
  };
};

/** Ends also what fails, or only tries again and again: it begins anew when something happens. */
const inTime = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work.catch(() => {}), new Promise((resolve) => setTimeout(resolve, patience))]);

/** In milliseconds. */
const patience = 60;

type Conflict = { readonly newDocumentState: Row; readonly realMasterState: Row };

const sameRows = (a: object, b: object): boolean => same((a as Row).document, (b as Row).document);

const joined = ({ newDocumentState, realMasterState }: Conflict): Row => {
  const document = merge(person.rule, newDocumentState.document, realMasterState.document);
  return { ...realMasterState, document, sent: includes(realMasterState.document, document) };
};

type Stored = { readonly _id: string; readonly _rev: string };

/** The plugin's requests, with rows where the server has documents. */
const translating = (server: Server, database: string): typeof fetch =>
  (async (address: string, { method = "GET", body }: RequestInit = {}) => {
    const path = String(address)
      .replace(/^\/db\//, "")
      .replace(/include_docs=true&keys=.*/, "");
    const given = typeof body === "string" ? JSON.parse(body) : {};
    const keys = new URL(String(address), "http://x").searchParams.get("keys");
    const idOf = (id: string) => id.slice(database.length + 1);
    const rowOf = ({ _rev, ...document }: Stored) => ({
      _id: `${database}/${document._id}`,
      _rev,
      document,
      rev: "",
      sent: true,
    });
    const asked =
      "docs" in given
        ? {
            docs: given.docs.map(({ document, _rev }: Row & { _rev?: string }) => ({
              ...document,
              ...(_rev && { _rev }),
            })),
          }
        : { keys: (given.keys ?? JSON.parse(keys ?? "[]")).map(idOf) };
    const isQuestion = "keys" in given || keys !== null;
    const answer =
      method === "POST" || keys
        ? await server.post<never>(isQuestion ? `${path.split("?")[0]}?include_docs=true` : path, asked)
        : await server.get<never>(path);
    if (!answer.ok) {
      if (answer.error.type === "offline" || answer.error.type === "slow") throw new TypeError("fetch failed");
      return Response.json({ error: answer.error.type });
    }
    type Found = { readonly id?: string; readonly key?: string; readonly doc?: Stored };
    const named = ({ id, key, doc, ...one }: Found) => ({
      ...one,
      ...(id && { id: `${database}/${id}` }),
      ...(key && { key: `${database}/${key}` }),
      ...(doc && { doc: rowOf(doc) }),
    });
    if (Array.isArray(answer.value)) return Response.json((answer.value as Found[]).map(named));
    const value = answer.value as { readonly results?: Found[]; readonly rows?: Found[] };
    const wanted = ({ id = "" }: Found) => !id.startsWith("_design/");
    return Response.json({
      ...value,
      ...(value.results && { results: value.results.filter(wanted).map(named) }),
      ...(value.rows && { rows: value.rows.map(named) }),
    });
  }) as typeof fetch;
