import { Agent, request as askHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as askHttps, Agent as SecureAgent } from "node:https";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { couchError } from "../couch-error.ts";
import { isFeed } from "../request-log.ts";
import { pipeLimited } from "./pipe-limited.ts";
import { type AskAs, type RefusedRoot, refuseRoots } from "./refuse-roots.ts";
import { requestHeaders, responseHeaders } from "./relayed-headers.ts";

const methods = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "COPY"];
/** Milliseconds without a byte from CouchDB; a waiting feed says something at least every minute. */
const silence = 5 * 60_000;
const idleSocket = 30_000;
const signInBytes = 8_192;

/**
 * `/db` answered by an existing CouchDB. Requests and answers are streams both ways: a slow phone slows CouchDB down and costs no
 * memory, and a phone that goes away ends its request there. Only a batch of writes is read whole first, for what CouchDB would not refuse
 * (`refuseRoots`); nothing else is answered that CouchDB did not answer first.
 */
export const couchProxy =
  (couchUrl: string, maxBodyBytes: number, log: (event: object) => void): FastifyPluginAsync =>
  async (scope) => {
    const upstream = openUpstream(couchUrl);
    scope.addHook("onClose", async () => upstream.agent.destroy());
    scope.addHttpMethod("COPY", { hasBody: false });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_, body, done) => done(null, body));
    const handler = (request: FastifyRequest, reply: FastifyReply) =>
      relay(upstream, request, reply, maxBodyBytes, log);
    for (const url of ["/", "/*"]) scope.route({ method: methods, url, handler });
    await scope.register(async (signIn) => {
      signIn.removeAllContentTypeParsers();
      signIn.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: signInBytes }, (_, body, done) =>
        done(null, body),
      );
      signIn.post("/_session", { bodyLimit: signInBytes }, handler);
    });
  };

type Upstream = {
  readonly origin: string;
  readonly path: string;
  readonly agent: Agent;
  readonly ask: (options: RequestOptions) => ReturnType<typeof askHttp>;
};

const openUpstream = (couchUrl: string): Upstream => {
  const { protocol, hostname, port, origin, pathname } = new URL(couchUrl);
  const isSecure = protocol === "https:";
  const agent = new (isSecure ? SecureAgent : Agent)({ keepAlive: true, maxFreeSockets: 64, timeout: idleSocket });
  const fixed = { protocol, hostname: hostname.replace(/^\[|\]$/g, ""), agent, ...(port && { port }) };
  const ask = (options: RequestOptions) => (isSecure ? askHttps : askHttp)({ ...fixed, ...options });
  return { origin, path: pathname.replace(/\/$/, ""), agent, ask };
};

const relay = async (
  upstream: Upstream,
  request: FastifyRequest,
  reply: FastifyReply,
  maxBodyBytes: number,
  log: (event: object) => void,
): Promise<FastifyReply> => {
  if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) return tooLarge(reply);
  unpack(request);
  try {
    const refused = await refuseRoots(request, maxBodyBytes, askAs(upstream, request));
    if (refused.length > 0) return await withoutRoots(upstream, request, reply, refused);
    const answer = await answerFrom(upstream, request, reply, maxBodyBytes);
    reply.code(answer.statusCode ?? 502).headers(responseHeaders(answer, upstream));
    // A compressing hook would hold heartbeats back until it has enough to compress.
    if (isFeed(request.url)) request.headers["x-no-compression"] = "1";
    const isShort = answer.statusCode === 401 || answer.statusCode === 403;
    return reply.send(isShort ? await textOf(answer) : answer);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "TOO_LARGE") return tooLarge(reply);
    if (code === "NO_JSON") return couchError(reply, 400, "bad_request", "invalid UTF-8 JSON");
    if (code?.startsWith("Z_")) return couchError(reply, 400, "bad_request", "Invalid gzip body");
    if (reply.raw.destroyed) return couchError(reply, 499, "gone", "The asker has gone.");
    log({ event: "couch.unreachable", code });
    return couchError(reply, 503, "service unavailable", "CouchDB does not answer.");
  }
};

/** Answers to a request from which documents were taken: what CouchDB says of the others, and why these were not handed on. */
const withoutRoots = async (
  upstream: Upstream,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: readonly RefusedRoot[],
): Promise<FastifyReply> => {
  const [{ error, reason }] = refused as readonly [RefusedRoot];
  if (request.method === "PUT") return couchError(reply, 403, error, reason);
  if (request.body === undefined) return reply.code(201).send(refused);
  const answer = await answerFrom(upstream, request, reply, Number.POSITIVE_INFINITY);
  const rows: unknown = JSON.parse((await textOf(answer)).toString());
  return reply.code(answer.statusCode ?? 502).send(Array.isArray(rows) ? [...rows, ...refused] : rows);
};

const askAs =
  (upstream: Upstream, request: FastifyRequest): AskAs =>
  (method, path, body) =>
    new Promise((resolve, reject) => {
      const { headers, ip } = request;
      const own = requestHeaders({ headers: { ...headers, accept: "application/json" }, ip } as FastifyRequest);
      const asked = upstream.ask({
        method,
        path: `${upstream.path}${path}`,
        headers: { ...own, ...(body && { "content-type": "application/json" }) },
      });
      asked.once("error", reject);
      asked.setTimeout(silence, () => asked.destroy(Object.assign(new Error("silent"), { code: "SILENT" })));
      asked.once("response", (answer) => {
        textOf(answer)
          .then((text) => resolve({ status: answer.statusCode ?? 502, body: JSON.parse(text.toString()) }))
          .catch(reject);
      });
      asked.end(body && JSON.stringify(body));
    });

/** A packed body is unpacked on its way, where its length is looked at: CouchDB looks at the packed one only. */
const unpack = (request: FastifyRequest): void => {
  const { headers, body } = request;
  if (headers["content-encoding"]?.trim().toLowerCase() !== "gzip" || !(body instanceof Readable)) return;
  delete headers["content-encoding"];
  delete headers["content-length"];
  const unpacked = createGunzip();
  body.once("error", (error) => unpacked.destroy(error));
  request.body = body.pipe(unpacked);
};

const tooLarge = (reply: FastifyReply) => couchError(reply, 413, "too_large", "the request entity is too large");

/** Resolves with the head of CouchDB's answer. An idle connection that CouchDB closed just then is tried once more. */
const answerFrom = (
  upstream: Upstream,
  request: FastifyRequest,
  reply: FastifyReply,
  maxBodyBytes: number,
  isAgain = false,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const path = `${upstream.path}${request.url.slice(3) || "/"}`;
    const asked = upstream.ask({ method: request.method, path, headers: requestHeaders(request) });
    const hasBody = request.body !== undefined && request.body !== null;
    asked.once("response", resolve);
    asked.on("error", (error: NodeJS.ErrnoException) => {
      const mayRepeat = asked.reusedSocket && error.code === "ECONNRESET" && !hasBody && !isAgain;
      if (mayRepeat) resolve(answerFrom(upstream, request, reply, maxBodyBytes, true));
      else reject(error);
    });
    asked.setTimeout(silence, () => asked.destroy(Object.assign(new Error("silent"), { code: "SILENT" })));
    reply.raw.once("close", () => asked.destroy());
    if (!hasBody) asked.end();
    else if (Buffer.isBuffer(request.body)) asked.end(request.body);
    else pipeLimited(request.body as Readable, maxBodyBytes, asked);
  });

const textOf = async (answer: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};
