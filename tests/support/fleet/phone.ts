import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { workIn } from "../../../src/domain/attention/unsent-work.ts";
import { databasesFor } from "../../../src/domain/model/databases.ts";
import type { SyncStatus } from "../../../src/session/use-session.ts";
import type { RowCipher } from "../../../src/store/envelope.ts";
import { openStore, type Store } from "../../../src/store/open-store.ts";
import type { InDoubt } from "../../../src/store/receiver.ts";
import { databaseOf } from "../../../src/store/row.ts";
import { sealedStorage } from "../../../src/store/sealed-storage.ts";
import { type Account, signIn } from "../../../src/sync/connection/account.ts";
import { connectTo } from "../../../src/sync/connection/server.ts";
import type { SyncOptions } from "../../../src/sync/engine.ts";
import { type Engine, ownEngine, type Running } from "./engine.ts";
import { type FakeClock, openFakeClock } from "./fake-clock.ts";
import { type Network, openNetwork } from "./network.ts";
import { passphrase, type TestServer } from "./test-server.ts";

/** A phone with one account's store on it, and the real sync engine, unless told otherwise, over a network that can fail. */
export type Phone = {
  readonly name: string;
  readonly build: Build;
  /** Its name in stamps. */
  readonly device: string;
  readonly network: Network;
  readonly clock: FakeClock;
  readonly store: Store;
  readonly status: SyncStatus;
  /** Every state that was shown, oldest first. */
  readonly shown: readonly Partial<SyncStatus>[];
  /** What it ever called sent before the server had it. */
  readonly lies: readonly string[];
  readonly checkpoints: Map<string, string>;
  readonly account: Account;
  /** Milliseconds by which the phone's own clock is wrong. */
  skew: number;
  /** Nobody looks at it. */
  isHidden: boolean;
  /** Whether there is room for what others wrote. Until a test says so again, once it ran out. */
  hasRoom: boolean;
  /** The next documents that arrive find no room. */
  isFull: boolean;
  signIn(): Promise<void>;
  /** Something happened (network back, page shown): one whole round, and whatever it leads to. */
  sync(): Promise<void>;
  /** Resolves once sync has nothing left to do but wait, or waits for an answer that never comes. */
  idle(): Promise<void>;
  /** The page dies, whatever is under way; the disk stays. */
  crash(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
};

export type PhoneOptions = {
  readonly server: TestServer;
  readonly name: string;
  readonly roles: readonly string[];
  readonly build?: Build;
  readonly engine?: Engine;
  /** Its name in stamps, where that must be the same in every run. */
  readonly device?: string;
  /** What seals its rows, asked for by each page that opens; without it they lie in clear. */
  readonly keys?: () => RowCipher;
};

/** Which version of the app a phone has. */
export type Build = {
  /** Runs a piece of the app's work, and whatever that leads to, in this version. */
  within<T>(work: () => T): T;
  /** The field of its form where the present version has this one; nothing where it has none. */
  fieldFor(field: string): string | undefined;
};

const presentBuild: Build = { within: (work) => work(), fieldFor: (field) => field };

let phones = 0;

export const openPhone = async (given: PhoneOptions): Promise<Phone> => {
  const { server, name, roles, build = presentBuild, engine = ownEngine } = given;
  phones += 1;
  const { device = `dev${phones}`.padEnd(4, "0"), keys } = given;
  const storeName = `store-${phones}-${device}`;
  const disk = getRxStorageMemory();
  const network = openNetwork(server);
  const clock = openFakeClock();
  const checkpoints = new Map<string, string>();
  const unanswered = new Map<string, InDoubt>();
  const shown: Partial<SyncStatus>[] = [];
  const lies: string[] = [];
  const remote = connectTo("/db", network.fetch);
  let account: Account = { name, roles, databases: databasesFor(roles) };
  let status: SyncStatus = { state: "starting", unsent: 0, work: workIn([]), refused: 0 };
  let store: Store | undefined;
  let sync: Running | undefined;
  const now = () => new Date(Date.UTC(2026, 10, 24, 8) + phone.skew).toISOString();

  const phone: Phone = {
    name,
    build,
    device,
    network,
    clock,
    shown,
    lies,
    checkpoints,
    skew: 0,
    isHidden: false,
    hasRoom: true,
    isFull: false,
    get store() {
      if (!store) throw new Error(`${name} is not open`);
      return store;
    },
    get status() {
      return status;
    },
    get account() {
      return account;
    },
    signIn: async () => {
      // A sign-in that hangs is left with its page.
      const signed = await Promise.race([signIn(remote, name, passphrase), network.untilHung()]);
      if (signed?.ok) account = signed.value;
      sync?.wake();
    },
    sync: async () => {
      sync?.wake();
      await phone.idle();
    },
    idle: async () => sync?.idle(),
    crash: async () => {
      const [dying, ending] = [store, sync?.stop()];
      [store, sync] = [undefined, undefined];
      await ending;
      await dying?.close();
      network.hangs = false;
    },
    open: async () => {
      const author = () => ({ by: name, device, at: now() });
      const storage = keys ? sealedStorage(disk, keys()) : disk;
      const opened = await build.within(() => openStore({ name: storeName, storage, author }));
      store = {
        ...opened,
        add: (...given) => build.within(() => opened.add(...given)),
        change: (...given) => build.within(() => opened.change(...given)),
      };
      store.subscribe((rows) => {
        const untaken = rows.filter((row) => row.sent && server.taken?.has(databaseOf(row), row.document) === false);
        lies.push(...untaken.map(({ id }) => id));
      });
      const { receive } = store;
      store.receive = (...given) => {
        if (!phone.isFull) return receive(...given);
        phone.isFull = false;
        return Promise.reject(new DOMException("full", "QuotaExceededError"));
      };
      const options: SyncOptions = {
        server: remote,
        store,
        account,
        clock,
        now,
        checkpoints: {
          get: async (database) => checkpoints.get(database),
          set: async (database, since) => void checkpoints.set(database, since),
        },
        unanswered: {
          get: async (database) => unanswered.get(database),
          set: async (database, writes) => void unanswered.set(database, writes),
        },
        onAccount: (changed) => {
          account = changed;
        },
        report: (change) => {
          shown.push(change);
          status = { ...status, ...change };
        },
        random: () => 0.5,
        storageGuard: {
          hasSpace: async () => phone.hasRoom,
          reportFull: async () => {
            phone.hasRoom = false;
          },
        },
        isHidden: () => phone.isHidden,
        untilShown: async () => {},
        untilDrawn: async () => {},
      };
      sync = build.within(() => engine(options, { network, clock, storeName }));
      await phone.idle();
    },
    close: () => phone.crash(),
  };
  return phone;
};
