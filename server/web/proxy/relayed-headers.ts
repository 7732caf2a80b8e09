import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import type { FastifyRequest } from "fastify";

/** Meant for one connection only (RFC 9110 7.6.1). */
const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "expect",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** What only a client inside the network may tell CouchDB: who is asking, from where, and that POST means something else. */
const trusted =
  /^(x-auth-couchdb-|x-forwarded-|forwarded$|x-real-ip$|x-http-method-override$|x-couchdb-|x-rewrite-|x-original-)/;

/** Written anew, or left out. */
const ours: ReadonlySet<string> = new Set(["host", "cookie", "authorization", "content-length"]);

/** CouchDB's own headers that the front says itself, or that would let other origins in. */
const ownBusiness =
  /^(access-control-|cache-control$|server$|date$|content-security-policy|strict-transport-security$)/;

/** The request's headers as CouchDB gets them: with the client's address, by which CouchDB counts wrong passwords. */
export const requestHeaders = ({ headers, ip, body }: FastifyRequest): OutgoingHttpHeaders => {
  const hasBody = body !== undefined && body !== null;
  const named = namedIn(headers.connection);
  const kept = Object.entries(headers).filter(
    ([name]) => !ours.has(name) && !hopByHop.has(name) && !trusted.test(name) && !named.has(name),
  );
  const session = /(?:^|;\s*)(AuthSession=[^;]*)/.exec(headers.cookie ?? "")?.[1];
  return {
    ...Object.fromEntries(kept),
    ...(/^basic /i.test(headers.authorization ?? "") && { authorization: headers.authorization }),
    ...(session && { cookie: session }),
    ...(hasBody && headers["content-length"] && { "content-length": headers["content-length"] }),
    "x-forwarded-for": ip,
  };
};

/** The answer's headers as the client gets them: addresses and cookies below `/db`. */
export const responseHeaders = (
  { headers }: IncomingMessage,
  { origin, path }: { readonly origin: string; readonly path: string },
): OutgoingHttpHeaders => {
  const named = namedIn(headers.connection);
  const kept = Object.entries(headers).filter(
    ([name]) => !hopByHop.has(name) && !ownBusiness.test(name) && !named.has(name),
  );
  const { location, "set-cookie": cookies } = headers;
  return {
    ...Object.fromEntries(kept),
    ...(location !== undefined && { location: below(location, origin, path) }),
    ...(cookies && { "set-cookie": cookies.map(cookieBelow) }),
  };
};

const namedIn = (connection: string | undefined): ReadonlySet<string> =>
  new Set(
    (connection ?? "")
      .toLowerCase()
      .split(",")
      .map((name) => name.trim()),
  );

/** `http://couch:5984/a/b` → `/db/a/b`. */
const below = (location: string, origin: string, path: string): string => {
  const local = location.startsWith("/") ? location : location.replace(/^https?:\/\/[^/]*/, "");
  const isOurs = location.startsWith("/") || location.startsWith(origin) || /^https?:/.test(location);
  if (!isOurs) return location;
  return `/db${path !== "" && local.startsWith(`${path}/`) ? local.slice(path.length) : local}`;
};

const cookieBelow = (cookie: string): string => {
  const [pair = "", ...attributes] = cookie.split(/;\s*/);
  const kept = attributes.filter((attribute) => !/^(path|domain|samesite|httponly)\b/i.test(attribute));
  return [pair, ...kept, "Path=/db", "HttpOnly", "SameSite=Strict"].join("; ");
};
