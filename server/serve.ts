import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyPluginAsync } from "fastify";
import { startAccountExpiry } from "./accounts/end-expired-accounts.ts";
import { startAudit } from "./audit/start-audit.ts";
import { openCouch } from "./couch/open-couch.ts";
import { type CouchClient, connectCouch, couchInside, type OperatorClient } from "./couch-client.ts";
import { builtInRules } from "./design/built-in-rules.ts";
import { awaitCouch } from "./operations/await-couch.ts";
import { checkStore } from "./operations/check-store.ts";
import { keepExpired } from "./operations/expired-content.ts";
import { holdFolder } from "./operations/hold-folder.ts";
import type { Settings } from "./settings.ts";
import { keepBuilds } from "./web/app/keep-builds.ts";
import { withDigests } from "./web/digests/answer-digests.ts";
import { type AskAs, askElsewhere, askHere } from "./web/digests/ask-as.ts";
import { openFront } from "./web/open-front.ts";
import { phoneApi } from "./web/phones/phone-api.ts";
import { couchProxy } from "./web/proxy/couch-proxy.ts";
import type { Health } from "./web/serve-health.ts";
import { changePassphrase } from "./web/sign-in/change-passphrase.ts";
import { openDerivingThread } from "./web/sign-in/derive-elsewhere.ts";
import { accountsElsewhere, accountsHere, type KnownAccounts } from "./web/sign-in/known-accounts.ts";
import { passphrasesOf } from "./web/sign-in/passphrases.ts";
import { startWorkers, type Workers } from "./workers/start-workers.ts";

/** A server that answers. `address` is where phones find it, `couch` speaks to its store as the administrator. */
export type Running = {
  readonly address: string;
  readonly couch: CouchClient;
  provision: Workers["provision"];
  stop(): Promise<void>;
};

type Log = (event: object) => void;

const built = join(dirname(fileURLToPath(import.meta.url)), "..");
/** Bytes: twice what a record may hold, for letters of two bytes. Longer ones are not even judged. */
const longestRecord = 128 * 1024;
const maxBodyBytes = 64 * 1024 * 1024;

/**
 * Opens the store, the front and the workers; resolves once phones can sign in. The workers' first pass goes on behind it. Throws
 * `FolderInUse` where another server works in the data folder.
 */
export const serve = async (
  settings: Settings,
  { app = join(built, "app"), log = () => {} }: { app?: string; log?: Log } = {},
): Promise<Running> => {
  const letGo = settings.couchUrl ? () => {} : holdFolder(settings.dataDir);
  try {
    const running = await start(settings, app, log);
    return { ...running, stop: () => running.stop().finally(letGo) };
  } catch (error) {
    letGo();
    throw error;
  }
};

const start = async (settings: Settings, app: string, log: Log): Promise<Running> => {
  const store = openStore(settings, log);
  let client: OperatorClient | undefined;
  let workers: Workers | undefined;
  const later = laterClient(() => client);
  const thread = openDerivingThread();
  const derive = thread?.derive;
  const front = await openFront({
    app: [app, keepBuilds(app, join(settings.dataDir, "builds"))],
    couch: withDigests(store.plugin, { askAs: store.askAs, couch: () => later, log }),
    accounts: store.accounts,
    more: (guard) => async (scope) => {
      await scope.register(changePassphrase(later, guard, settings.admin.password, derive && { derive }));
      await scope.register(
        phoneApi({
          couch: () => later,
          whoAsks: store.accounts.whoAsks,
          ...(derive && { derive }),
          administrator: settings.admin.user,
          leaseHours: settings.leaseHours,
          key: settings.admin.password,
        }),
      );
    },
    passwordFor: passphrasesOf(() => later, settings.admin.user, derive),
    key: settings.admin.password,
    administrator: settings.admin.user,
    health: () => healthOf(client, workers),
    log,
    logs: settings.logs,
    trustedProxy: settings.trustedProxy,
  });
  const address = await front.listen({ port: settings.port, host: settings.host });
  client = await store.connect();
  workers = await startWorkers(client, log, keepExpired(settings.dataDir));
  const keeper = startAccountExpiry(client, log);
  const audit = await startAudit(client, settings.dataDir, log);
  const couch = client;
  return {
    address,
    couch,
    provision: workers.provision,
    stop: async () => {
      keeper.stop();
      workers?.stop();
      const closed = audit.stop();
      await front.close(); // answers under way ask the store, too
      couch.close();
      await closed;
      await thread?.close();
      await store.close();
    },
  };
};

type OpenStore = {
  readonly plugin: FastifyPluginAsync;
  readonly accounts: KnownAccounts;
  readonly askAs: AskAs;
  /** The server's own way to it; resolves once it answers. */
  connect(): Promise<OperatorClient>;
  close(): Promise<void>;
};

/** What answers `/db`: the store in this process, or an existing CouchDB. */
const openStore = (settings: Settings, log: Log): OpenStore => {
  const { couchUrl, admin } = settings;
  if (couchUrl)
    return {
      plugin: couchProxy(couchUrl, maxBodyBytes, log),
      accounts: accountsElsewhere(couchUrl),
      askAs: askElsewhere(couchUrl),
      connect: async () => {
        const client = connectCouch(couchUrl, admin);
        await awaitCouch(client, log);
        return client;
      },
      close: () => Promise.resolve(),
    };
  const couch = openCouch({
    file: join(settings.dataDir, "couch.sqlite"),
    admins: { [admin.user]: admin.password },
    secret: settings.secret,
    ownRules: builtInRules,
    lockout: false,
    maxAccountDocumentBytes: longestRecord,
    log,
  });
  return {
    plugin: couch.plugin,
    accounts: accountsHere(couch),
    askAs: askHere(couch),
    connect: async () => couchInside(await couch.inside(admin.user)),
    close: couch.close,
  };
};

const healthOf = async (client: CouchClient | undefined, workers: Workers | undefined): Promise<Health> => {
  const reason = client ? await checkStore(client) : "starting";
  if (reason !== undefined) return { status: "unavailable", reason };
  const lastPass = workers?.lastPass();
  return { status: "ok", ...(lastPass && { lastPass }), oldConflicts: workers?.oldConflicts() ?? 0 };
};

/** The front is made before its address is known. */
const laterClient = (client: () => CouchClient | undefined): CouchClient => {
  const now = (): CouchClient => {
    const there = client();
    if (!there) throw new Error("the store is not open yet");
    return there;
  };
  return {
    get: (path) => now().get(path),
    put: (path, body) => now().put(path, body),
    post: (path, body) => now().post(path, body),
    close: () => now().close(),
  };
};
