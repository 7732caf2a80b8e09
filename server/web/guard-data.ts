import type { FastifyInstance } from "fastify";
import { couchError } from "./couch-error.ts";
import { dataHeaders } from "./headers.ts";
import { isReachable } from "./proxy/is-reachable.ts";
import { isForReading, isFromOurPage } from "./same-origin.ts";

/** What holds for all of `/db`, whoever answers it. */
export const guardData = (scope: FastifyInstance): void => {
  scope.addHook("onRequest", async (request, reply) => {
    reply.headers(dataHeaders);
    const { headers, url, method } = request;
    if (!/^\/db(?:[/?]|$)/.test(url)) return couchError(reply, 404, "not_found", "missing");
    if (!isFromOurPage(headers, method) || !isForReading(headers))
      return couchError(reply, 403, "forbidden", "Only the app's own pages may ask.");
    if (!isReachable(url.split("?", 1)[0]?.slice(3) ?? ""))
      return couchError(reply, 404, "not_found", "Database does not exist.");
  });
  scope.addHook("onSend", async (request, reply) => {
    reply.headers(dataHeaders);
    const cookies = [reply.getHeader("set-cookie") ?? []]
      .flat()
      .map((cookie) => withSecure(String(cookie), request.protocol));
    if (cookies.length > 0) reply.removeHeader("set-cookie").header("set-cookie", cookies);
  });
};

/** Behind TLS a session never travels without it. */
const withSecure = (cookie: string, protocol: string): string =>
  protocol === "https" && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie;
