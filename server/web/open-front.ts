import { randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import fastify, { type FastifyInstance, type FastifyPluginAsync } from "fastify";
import { serveApp } from "./app/serve-app.ts";
import { openRequestCount, usualAnonymous } from "./count-requests.ts";
import { drainOnClose } from "./drain-on-close.ts";
import { guardData } from "./guard-data.ts";
import { dataHeaders, isPrivate, securityHeaders, strictTransport } from "./headers.ts";
import { limitBodies } from "./limit-bodies.ts";
import { letGo, openServer, type Timeouts } from "./open-server.ts";
import { openPackOnce } from "./pack-once.ts";
import { logRequests } from "./request-log.ts";
import { type Health, serveHealth } from "./serve-health.ts";
import { bindSessions } from "./sign-in/bind-sessions.ts";
import type { KnownAccounts } from "./sign-in/known-accounts.ts";
import { limitLogins, usualPatience } from "./sign-in/limit-logins.ts";
import { type LoginGuard, openLoginGuard } from "./sign-in/login-guard.ts";
import type { PasswordFor } from "./sign-in/passphrases.ts";
import { rememberPhones } from "./sign-in/remember-phone.ts";

export type FrontOptions = {
  /** Folders with the app's files: this build, then the files of earlier ones. */
  readonly app: readonly string[];
  /** What answers `/db`: the embedded store, or the way to an existing CouchDB. */
  readonly couch: FastifyPluginAsync;
  /** What that knows of accounts; without it every request counts as unauthenticated. */
  readonly accounts?: KnownAccounts;
  /** More addresses, with the guard that counts wrong passphrases everywhere. */
  readonly more?: (guard: LoginGuard) => FastifyPluginAsync;
  readonly health: () => Promise<Health>;
  /** Seals sessions; the same for every front of one store. */
  readonly key: string;
  readonly log: (event: object) => void;
  readonly logs?: "all" | "notable";
  readonly trustedProxy?: string | undefined;
  readonly guard?: LoginGuard;
  readonly passwordFor?: PasswordFor;
  readonly patience?: number;
  readonly mostAnonymous?: number;
  /** Whose requests may be as long as the server reads: the name by which its own commands ask. */
  readonly administrator?: string;
  readonly timeouts?: Timeouts;
};

const maxBodyBytes = 64 * 1024 * 1024;

/** The one process that phones talk to: the app's files, `/db` and `/healthz`. Not yet listening. */
export const openFront = async (options: FrontOptions): Promise<FastifyInstance> => {
  const front = fastify({
    logger: false,
    bodyLimit: maxBodyBytes,
    forceCloseConnections: "idle",
    serverFactory: (answer) => openServer(answer, options.timeouts),
    genReqId: () => randomUUID().slice(0, 8),
    clientErrorHandler: (error, socket) => {
      if (socket.writable && (error as NodeJS.ErrnoException).code !== "ECONNRESET") letGo(socket, badRequest);
      else socket.destroy();
    },
    ...(options.trustedProxy && { trustProxy: options.trustedProxy.split(/,\s*/) }),
  });
  logRequests(front, options.logs ?? "notable", options.log);
  drainOnClose(front);
  rememberPhones(front, options.key);
  bindSessions(front, options.key);
  front.addHook("onSend", (request, reply, _, done) => {
    if (request.protocol === "https") reply.header("Strict-Transport-Security", strictTransport);
    if (isPrivate(request.url)) reply.header("Cache-Control", dataHeaders["Cache-Control"]);
    done();
  });
  const guard = options.guard ?? openLoginGuard();
  const { whoAsks, proves } = options.accounts ?? nobodyKnown;
  const requests = openRequestCount(whoAsks, guard, options.mostAnonymous ?? usualAnonymous, options.administrator);
  await front.register(async (data) => {
    guardData(data);
    requests.watch(data);
    limitLogins(data, guard, options.patience ?? usualPatience, {
      passwordFor: options.passwordFor ?? asTyped,
      proves,
    });
    limitBodies(data, requests);
    await data.register(compress, { ...packing, zlib: { gzipSync: openPackOnce() } });
    await data.register(options.couch, { prefix: "/db" });
  });
  const { more } = options;
  if (more)
    await front.register(async (scope) => {
      requests.watch(scope);
      await scope.register(more(guard));
    });
  await front.register(serveHealth(options.health, options.log));
  await front.register(serveApp(options.app));
  return front;
};

const nobodyKnown: KnownAccounts = { whoAsks: async () => undefined, proves: async () => false };

const asTyped: PasswordFor = async ({ password }) => password;

/** Only for who asks for it, and quickly: a first sync over a phone's network is five times shorter. */
const packing = {
  // Packed bodies are unpacked by the store, which knows how much their sender may send.
  globalDecompression: false,
  encodings: ["gzip" as const],
  customTypes: /^application\/json/,
  threshold: 1_024,
  zlibOptions: { level: 1 },
  removeContentLengthHeader: true,
};

const badRequest = [
  "HTTP/1.1 400 Bad Request",
  ...Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`),
  "Cache-Control: no-store",
  "Content-Length: 0",
  "Connection: close",
  "\r\n",
].join("\r\n");
