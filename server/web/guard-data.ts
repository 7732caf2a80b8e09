import type { FastifyInstance } from "fastify";
import { couchError } from "./couch-error.ts";
import { dataHeaders } from "./headers.ts";
import { isReachable } from "./proxy/is-reachable.ts";
import { isForReading, isFromOurPage } from "./same-origin.ts";
import { openWindowedCounter } from "./sign-in/windowed-counter.ts";

const minute = 60_000;
/** Requests a minute from one address by nobody in particular. A whole site may stand behind one address. */
export const usualAnonymous = 3_000;

/** What holds for all of `/db`, whoever answers it. */
export const guardData = (scope: FastifyInstance, mostAnonymous: number): void => {
  const anonymous = openWindowedCounter(minute, Date.now);
  scope.addHook("onRequest", async (request, reply) => {
    reply.headers(dataHeaders);
    const { headers, url, ip, method } = request;
    if (!/^\/db(?:[/?]|$)/.test(url)) return couchError(reply, 404, "not_found", "missing");
    if (!isFromOurPage(headers, method) || !isForReading(headers))
      return couchError(reply, 403, "forbidden", "Only the app's own pages may ask.");
    if (!isReachable(url.split("?", 1)[0]?.slice(3) ?? ""))
      return couchError(reply, 404, "not_found", "Database does not exist.");
    if (headers.authorization || headers.cookie?.includes("AuthSession=")) return;
    if (anonymous.add(ip) > mostAnonymous)
      return couchError(reply.header("Retry-After", "60"), 429, "too_many_requests", "Too many requests.");
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
