import type { RxCollection, RxConflictHandler } from "rxdb/plugins/core";
import { replicateCouchDB } from "rxdb/plugins/replication-couchdb";
import { collectionOf } from "../../../../src/store/collections.ts";
import type { Store } from "../../../../src/store/open-store.ts";
import type { Row } from "../../../../src/store/row.ts";
import { countUnsent } from "../../../../src/sync/round.ts";
import type { Engine } from "../engine.ts";
import { asRows } from "./as-rows.ts";
import { collectionsOf } from "./opened-databases.ts";
import { openRetries, settle, watchCalls } from "./stock-waits.ts";

/**
 * RxDB's own `replicateCouchDB` in place of our sync, used as well as it can be: rows are marked as sent when it says so, its
 * waits are on the phone's clock, and it is told to look again whenever something happened. News reaches it by that alone, as
 * it does our engine in the simulation. Needs `noteDatabases`.
 */
export const stockEngine =
  (conflictHandler: RxConflictHandler<Row>): Engine =>
  (options, phone) => {
    const { store, account, report } = options;
    const { network, clock, storeName } = phone;
    const calls = watchCalls(network.fetch);
    const retries = openRetries(clock);
    const sent = openSent(store);
    const replications = account.databases.map((database) => {
      const collection = collectionOf(collectionsOf(storeName), database);
      Object.assign(collection, { conflictHandler, promiseWait: retries.wait });
      const replication = replicate(collection, database, asRows(calls.fetch, database));
      replication.sent$.subscribe((row) => sent.mark(database, row as Row));
      return replication;
    });
    const unsubscribe = store.subscribe(() => report(countUnsent(store)));
    return {
      idle: async () => {
        await settle(() => calls.underWay() > 0, network);
        await sent.marked();
        report({ ...countUnsent(store), state: retries.waiting() > 0 ? "offline" : "upToDate" });
      },
      listenAgain: () => {},
      wake: () => {
        retries.end();
        for (const replication of replications) replication.reSync();
      },
      stop: async () => {
        unsubscribe();
        sent.stop();
        await Promise.race([Promise.allSettled(replications.map((one) => one.cancel())), settle(() => false, network)]);
      },
    };
  };

const replicate = (collection: RxCollection<Row>, database: string, call: typeof fetch) =>
  replicateCouchDB<Row>({
    replicationIdentifier: database,
    collection,
    url: `/db/${database}/`,
    fetch: call,
    live: true,
    waitForLeadership: false,
    pull: {},
    push: {},
  });

/** Marks rows as sent one after the other, as long as the page lives. */
const openSent = (store: Store) => {
  let isAlive = true;
  let marked = Promise.resolve();
  return {
    mark: (database: string, { document }: Row): void => {
      marked = marked
        .then(() => (isAlive ? store.markSent(database, [{ document, rev: "" }]) : undefined))
        .catch(() => undefined);
    },
    marked: () => marked,
    stop: (): void => {
      isAlive = false;
    },
  };
};
