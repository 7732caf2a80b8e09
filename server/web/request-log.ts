import type { FastifyInstance } from "fastify";

const slow = 2_000;

/**
 * One line for a request: which kind of address, never which one. Names of people, accounts and databases, ids and queries stay out;
 * feeds that wait are not slow.
 */
export const logRequests = (front: FastifyInstance, which: "all" | "notable", log: (event: object) => void): void => {
  front.addHook("onResponse", (request, reply, done) => {
    const ms = Math.round(reply.elapsedTime);
    const { statusCode: status } = reply;
    const isNotable = status >= 500 || status === 429 || (ms > slow && !isFeed(request.url));
    if (which === "all" || isNotable)
      log({ event: "request", id: request.id, method: request.method, route: routeOf(request.url), status, ms });
    done();
  });
};

export const isFeed = (url: string): boolean =>
  /\/_(changes|db_updates)\?/.test(url) && /[?&]feed=(longpoll|continuous|eventsource)\b/.test(url);

/** `/db/site-medyka/person:01?rev=1-a` → `/db/site/:id`. */
export const routeOf = (url: string): string => {
  const [path = ""] = url.split("?", 1);
  const segments = path.split("/").filter((segment) => segment !== "");
  if (segments[0] !== "db") return `/${segments.map(pageOf).join("/")}`;
  const [, database, ...inside] = segments;
  return ["/db", ...(database === undefined ? [] : [databaseOf(database)]), ...inside.map(endpointOf)].join("/");
};

const databaseOf = (name: string): string =>
  /^_[a-z_]+$/.test(name) || name === "directory"
    ? name
    : (/^(site|trip|case|care|protection)-/.exec(name)?.[1] ?? ":db");

const endpointOf = (segment: string): string => (/^_[a-z_]+$/.test(segment) ? segment : ":id");

const pageOf = (segment: string): string =>
  ["assets", "icons", "healthz", "sw.js", "index.html", "account", "csp-report"].includes(segment) ? segment : ":name";
