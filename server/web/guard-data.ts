import type { FastifyInstance } from "fastify";
import { couchError } from "./couch-error.ts";
import { dataHeaders } from "./headers.ts";
import { isReachable } from "./proxy/is-reachable.ts";
import { isForReading, isFromOurPage } from "./same-origin.ts";

/** What holds for all of `/db`, whether the embedded store or a CouchDB answers. */
export const guardData = (scope: FastifyInstance): void => {
  scope.addHook("onRequest", (request, reply, done) => {
    reply.headers(dataHeaders);
    const { headers, url, method } = request;
    if (!/^\/db(?:[/?]|$)/.test(url)) return void couchError(reply, 404, "not_found", "missing");
    if (!isFromOurPage(headers, method) || !isForReading(headers))
      return void couchError(reply, 403, "forbidden", "Only the app's own pages may ask.");
    if (!isReachable(url.split("?", 1)[0]?.slice(3) ?? ""))
      return void couchError(reply, 404, "not_found", "Database does not exist.");
    done();
  });
  scope.addHook("onSend", (request, reply, _, done) => {
    reply.headers(dataHeaders);
    const set = reply.getHeader("set-cookie");
    if (set !== undefined) {
      const cookies = [set].flat().map((cookie) => withSecure(String(cookie), request.protocol));
      reply.removeHeader("set-cookie").header("set-cookie", cookies);
    }
    done();
  });
};

/** Behind TLS a session never travels without it. */
const withSecure = (cookie: string, protocol: string): string =>
  protocol === "https" && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie;
