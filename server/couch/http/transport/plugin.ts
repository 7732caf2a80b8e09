import { gunzip } from "node:zlib";
import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { type Ending, openEnding } from "../../ending.ts";
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
export type Life = { readonly closing: Ending; readonly requests: Requests; readonly log: Log };

/** Where the plugin is mounted and what it lives with. `under`: what is over with the request or the server. */
type Mount = { readonly prefix: string; readonly under: (reply: FastifyReply) => Ending; readonly log: Log };

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
    const mount = { prefix: fastify.prefix, under: endWith(closing), log };
    // Returns nothing: an async handler's reply would be waited for until its stream closes, which makes an error each time.
    const handler = (request: FastifyRequest, reply: FastifyReply): void => {
      const answering = async () => (closing.isOver ? isClosing() : answerTo(server, request, reply, mount));
      requests
        .run(answering)
        .then((answer) => void send(reply, answer))
        .catch((error: unknown) => void reply.send(error));
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
  const ending = under(reply);
  try {
    const anonymous: Omit<CouchRequest, "user" | "body" | "still"> = {
      method: request.method,
      ...readAddress(request.url.slice(prefix.length)),
      headers: request.headers,
      address: request.ip,
      prefix,
      ending,
      turn: server.turnOf(),
    };
    const { user, headers, still } = await authenticate(server, anonymous);
    const body = await plainBody(request, mostUnpacked(user, server.maxBodyBytes));
    if (body.length > LONG_BODY) await anonymous.turn.take();
    const answer = await dispatch(server, { ...anonymous, user, body, still });
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (error) {
    return answerToError(error, log, ending.isOver);
  }
};

/** A request is over when its answer is sent or its client has gone, at the latest with the server. */
const endWith =
  (closing: Ending): Mount["under"] =>
  (reply) => {
    const ending = openEnding();
    if (closing.isOver) ending.end();
    closing.listeners.add(ending.end);
    reply.raw.once("close", () => {
      closing.listeners.delete(ending.end);
      ending.end();
    });
    return ending;
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
