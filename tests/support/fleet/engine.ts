import { type Sync, type SyncOptions, startSync } from "../../../src/sync/engine.ts";
import type { FakeClock } from "./fake-clock.ts";
import type { Network } from "./network.ts";

/** What keeps a phone's store and the server together: the app's own sync, or another one in its place. */
export type Engine = (options: SyncOptions, phone: Wires) => Running;

export type Running = Sync & {
  /** Resolves once nothing is left to do but wait, or when it waits for an answer that never comes. */
  idle(): Promise<void>;
};

/** What an engine finds on a phone. */
export type Wires = {
  readonly network: Network;
  readonly clock: FakeClock;
  /** The name of the store's RxDB database. */
  readonly storeName: string;
};

export const ownEngine: Engine = (options, { network, clock }) => ({
  ...startSync(options),
  idle: async () => {
    await turn();
    while (!network.hangs && clock.pending().length < 2) await turn();
  },
});

/** Whatever can go on without time passing goes on a little. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
