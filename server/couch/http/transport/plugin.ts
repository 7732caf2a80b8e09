import { gunzip } from "node:zlib";
import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { isClosing, refuse } from "../../refuse.ts";
import { authenticate } from "../server/authenticate.ts";
import type { Answer } from "./answer.ts";
import { answerToError } from "./answer-to-error.ts";
import type { CouchRequest } from "./couch-request.ts";
import type { CouchServer } from "./couch-server.ts";
import { dispatch } from "./dispatch.ts";
import type { Requests } from "./open-requests.ts";
import { readAddress } from "./read-address.ts";
import { mostUnpacked } from "./request-limits.ts";

type Log = (event: object) => void;

/** How the plugin ends: `closing` refuses new requests and aborts open ones, which `requests` counts. */
export type Life = { readonly closing: AbortSignal; readonly requests: Requests; readonly log: Log };

/** Where the plugin is mounted and what it lives with. `under`: makes a signal that aborts with the request or the server. */
type Mount = { readonly prefix: string; readonly under: (reply: FastifyReply) => AbortSignal; readonly log: Log };

/** Bytes of JSON whose parsing is felt: several that come together are parsed in several turns. */
const LONG_BODY = 64 * 1024;

const METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "COPY"];

/** Personal data must not stay in the browser's cache (`no-store`); the rest is what CouchDB says. */
const CACHE_CONTROL = "no-store, no-cache, must-revalidate";

/** The HTTP side as a Fastify plugin: body parser, error shape and headers of its own, whatever the prefix. */
export const couchPlugin = (server: CouchServer, { closing, requests, log }: Life): FastifyPluginAsync => {
  return async (fastify) => {
    fastify.addHttpMethod("COPY", { hasBody: false });
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: server.maxBodyBytes }, (_, body, done) =>
      done(null, body),
    );
    fastify.setErrorHandler((error: FastifyError, { raw }, reply) =>
      send(reply, answerToError(error, log, raw.destroyed || reply.raw.destroyed)),
    );
    const under = openSignals(closing);
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const mount = { prefix: fastify.prefix, under, log };
      const answering = async () => (closing.aborted ? isClosing() : answerTo(server, request, reply, mount));
      const answer = await requests.run(answering);
      return send(reply, answer);
    };
    for (const url of ["/", "/*"]) fastify.route({ method: METHODS, url, bodyLimit: server.maxBodyBytes, handler });
  };
};

const answerTo = async (
  server: CouchServer,
  request: FastifyRequest,
  reply: FastifyReply,
  { prefix, under, log }: Mount,
): Promise<Answer> => {
  const signal = under(reply);
  try {
    const anonymous: Omit<CouchRequest, "user" | "body" | "still"> = {
      method: request.method,
      ...readAddress(request.url.slice(prefix.length)),
      headers: request.headers,
      address: request.ip,
      prefix,
      signal,
      turn: server.turnOf(),
    };
    const { user, headers, still } = await authenticate(server, anonymous);
    const body = await plainBody(request, mostUnpacked(user, server.maxBodyBytes));
    if (body.length > LONG_BODY) await anonymous.turn.take();
    const answer = await dispatch(server, { ...anonymous, user, body, still });
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (error) {
    return answerToError(error, log, signal.aborted);
  }
};

/** Said of every request that ends: a reason made anew would be an error with its stack each time. */
const over = new Error("the request is over");

/** `AbortSignal.any` would do the same, but in Node 20 the lasting signal keeps something of every request for ever. */
const openSignals = (closing: AbortSignal): Mount["under"] => {
  const open = new Set<AbortController>();
  closing.addEventListener("abort", () => {
    for (const controller of open) controller.abort(over);
  });
  return (reply) => {
    const controller = new AbortController();
    if (closing.aborted) controller.abort(over);
    open.add(controller);
    reply.raw.once("close", () => {
      open.delete(controller);
      controller.abort(over);
    });
    return controller.signal;
  };
};

/** The body, unpacked if it says it is gzipped; refuses (413) what unpacks to more than `limit` bytes. */
const plainBody = async (request: FastifyRequest, limit: number): Promise<Buffer> => {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const encoding = request.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (encoding === "identity") return body;
  if (encoding !== "gzip") return refuse(415, "bad_content_type", `Unsupported Content-Encoding: ${encoding}`);
  const unpacked = await new Promise<Buffer | NodeJS.ErrnoException>((resolve) => {
    gunzip(body, { maxOutputLength: limit }, (error, result) => resolve(error ?? result));
  });
  if (Buffer.isBuffer(unpacked)) return unpacked;
  return unpacked.code === "ERR_BUFFER_TOO_LARGE" ? refuseTooLarge() : refuse(400, "bad_request", "Invalid gzip body");
};

const refuseTooLarge = (): never => refuse(413, "too_large", "the request entity is too large");

const send = (reply: FastifyReply, { status, body, headers, isLive }: Answer): FastifyReply => {
  // A compressing hook would hold heartbeats back until it has enough to compress.
  if (isLive) reply.request.headers["x-no-compression"] = "1";
  return reply
    .code(status)
    .headers({ "cache-control": CACHE_CONTROL, ...headers })
    .send(body);
};
