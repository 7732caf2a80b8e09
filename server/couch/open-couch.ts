import type { FastifyPluginAsync } from "fastify";
import type { Account } from "./accounts/account.ts";
import { openAccounts } from "./accounts/accounts.ts";
import { openWriteQuotas, USUAL_QUOTA, type WriteQuota } from "./accounts/write-quotas.ts";
import { openEnding } from "./ending.ts";
import { openFeedCount } from "./feeds/open-feeds.ts";
import { accountOfSession } from "./http/server/authenticate.ts";
import { type AskAs, askAs, askInside, type Inside } from "./http/transport/ask-inside.ts";
import type { CouchServer } from "./http/transport/couch-server.ts";
import { openRequests } from "./http/transport/open-requests.ts";
import { couchPlugin } from "./http/transport/plugin.ts";
import { openDiskGuard } from "./store/disk-guard.ts";
import { openStore } from "./store/open-store.ts";
import { openTurns } from "./turns.ts";
import type { BuiltInRules } from "./validation/built-in-rules.ts";
import { openValidators } from "./validation/validators.ts";

/** Sizes in bytes, times in seconds. */
export type CouchOptions = {
  /** SQLite file or ":memory:". */
  readonly file: string;
  /** Server administrators: name -> password. */
  readonly admins: Readonly<Record<string, string>>;
  /** Key of the session cookies' signatures. */
  readonly secret: string;
  readonly sessionSeconds?: number;
  readonly passwordIterations?: number;
  readonly maxBodyBytes?: number;
  readonly maxDocumentBytes?: number;
  /** Of a document that an account writes, where that is less. */
  readonly maxAccountDocumentBytes?: number;
  readonly secureCookies?: boolean;
  /** Whether wrong passwords lock an account for an address; false where the server in front of the store does. */
  readonly lockout?: boolean;
  /** What an account may send to be written within a minute. */
  readonly quota?: WriteQuota;
  /** Validation functions that need no interpreter. */
  readonly ownRules?: BuiltInRules;
  /** Gets what an operator should know; never personal data. */
  readonly log?: (event: object) => void;
};

export type Couch = {
  /** CouchDB's HTTP API, to be registered under any prefix. */
  readonly plugin: FastifyPluginAsync;
  /** Whose session a Cookie header holds. */
  readonly sessionUser: (cookie: string) => Promise<Pick<Account, "name" | "roles"> | undefined>;
  /** Whether a password is right. */
  readonly proves: (name: string, password: string, address: string) => Promise<boolean>;
  /** For the server's own work: the API without connections, as the administrator of a name. */
  readonly inside: (administrator: string) => Promise<Inside>;
  /** The API without connections, for whoever sent a request. */
  readonly askAs: AskAs;
  /** Ends waiting feeds, waits for the requests under way and closes the file; later requests are refused (503). */
  readonly close: () => Promise<void>;
};

const SHIFT_SECONDS = 43_200;
const ITERATIONS = 600_000;
const BODY_BYTES = 64 * 1024 * 1024;
const DOCUMENT_BYTES = 8_000_000;

/** Opens the embedded CouchDB-compatible store. */
export const openCouch = (options: CouchOptions): Couch => {
  const store = openStore(options.file);
  const closing = openEnding();
  const requests = openRequests();
  const iterations = options.passwordIterations ?? ITERATIONS;
  const accounts = openAccounts(store, {
    ...{ admins: options.admins, secret: options.secret, iterations },
    lockout: options.lockout ?? true,
  });
  const sessionSeconds = options.sessionSeconds ?? SHIFT_SECONDS;

  const prepare = async () => {
    if (!store.find("_users")) await store.create("_users");
    return openValidators(options.ownRules ?? new Map());
  };
  const life = { closing, requests, log: options.log ?? (() => undefined) };
  const serverReady = prepare().then(
    (validators): CouchServer => ({
      store,
      accounts,
      validators,
      disk: openDiskGuard(options.file),
      turnOf: openTurns(),
      quotas: openWriteQuotas(options.quota ?? USUAL_QUOTA),
      feeds: openFeedCount(),
      maxDocumentBytes: options.maxDocumentBytes ?? DOCUMENT_BYTES,
      maxAccountDocumentBytes: options.maxAccountDocumentBytes ?? DOCUMENT_BYTES,
      maxBodyBytes: options.maxBodyBytes ?? BODY_BYTES,
      sessionSeconds,
      secureCookies: options.secureCookies ?? false,
    }),
  );
  // The caller that registers the plugin sees the failure; without a plugin it would be lost.
  serverReady.catch(() => undefined);

  const plugin: FastifyPluginAsync = async (...mount) => couchPlugin(await serverReady, life)(...mount);
  const inside: Couch["inside"] = async (administrator) => askInside(await serverReady, life, administrator);

  const asAsker: AskAs = async (...asked) => askAs(await serverReady, life)(...asked);

  const close = async (): Promise<void> => {
    closing.end();
    await serverReady;
    await requests.settled();
    store.close();
  };
  const sessionUser: Couch["sessionUser"] = async (cookie) => {
    const session = accounts.readSession(cookie);
    return session && accountOfSession({ accounts, sessionSeconds }, session);
  };
  const proves: Couch["proves"] = async (...attempt) => (await accounts.prove(...attempt)) !== undefined;
  return { plugin, sessionUser, proves, inside, askAs: asAsker, close };
};
