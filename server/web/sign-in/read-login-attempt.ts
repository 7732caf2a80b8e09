import type { FastifyRequest } from "fastify";
import { isObject } from "../../couch/json/json.ts";
import { parseJson } from "../../couch/json/parse-json.ts";
import { knownHeader, knownPhone, rememberedHeader, rememberedPhone } from "./known-phone.ts";
import type { LoginAttempt } from "./login-guard.ts";

/** Whether the request asks for a session, however its path is written. */
export const isSignIn = ({ method, url }: FastifyRequest): boolean => {
  if (method !== "POST") return false;
  const segments = (url.split("?", 1)[0] ?? "").split("/").filter((segment) => segment !== "");
  return segments.length === 2 && segments[1]?.replaceAll(/%5f/gi, "_") === "_session";
};

/** The name and password that a request brings; nothing where it brings none, "unclear" where it names two people. */
export const readLoginAttempt = (request: FastifyRequest): LoginAttempt | "unclear" | undefined => {
  if (!isSignIn(request)) return readBasicAttempt(request);
  const fields = fieldsOf(request);
  if (!fields) return "unclear";
  const names = new Set(fields.filter(([key]) => key === "name" || key === "username").map(([, value]) => value));
  const passwords = fields.filter(([key]) => key === "password").map(([, value]) => value);
  if (names.size > 1 || passwords.length > 1) return "unclear";
  const [name] = names;
  if (name === undefined) return undefined;
  return { name, password: passwords[0] ?? "", ...placeOf(request, name) };
};

/** The same for the header alone, before the body is read. */
export const readBasicAttempt = (request: FastifyRequest): LoginAttempt | undefined => {
  const basic = readBasic(request.headers.authorization);
  return basic && { ...basic, ...placeOf(request, basic.name) };
};

/** Where an attempt comes from: an address, and a phone on which this account has worked. */
export const placeOf = ({ ip, headers }: FastifyRequest, name: string): Pick<LoginAttempt, "address" | "phone"> => {
  const phone = rememberedPhone(headers[rememberedHeader], name) ?? knownPhone(headers[knownHeader], name);
  return { address: ip, ...(phone !== undefined && { phone }) };
};

/** Puts another password into the request, where the one was that it brought. */
export const replacePassword = (
  request: FastifyRequest,
  { name, password }: Pick<LoginAttempt, "name" | "password">,
): void => {
  if (!isSignIn(request)) {
    request.headers.authorization = `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
    return;
  }
  const isJson = request.headers["content-type"]?.toLowerCase().startsWith("application/json");
  const body = isJson ? JSON.stringify({ name, password }) : new URLSearchParams({ name, password }).toString();
  request.body = Buffer.from(body);
  request.headers["content-length"] = String(Buffer.byteLength(body));
};

/** Exactly what the store reads: a request that it takes for unauthenticated must not count as authenticated here. */
const readBasic = (header: string | undefined): { name: string; password: string } | undefined => {
  const encoded = header && /^basic +([A-Za-z0-9+/=_-]+)$/i.exec(header)?.[1];
  if (!encoded) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : { name: text.slice(0, colon), password: text.slice(colon + 1) };
};

/** Read like the strictest of those who may read it after us; whatever could mean two things is not handed on. */
const fieldsOf = ({ body, headers }: FastifyRequest): [string, string][] | undefined => {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (body && bytes !== body) return undefined;
  if ((headers["content-encoding"] ?? "identity") !== "identity") return undefined;
  if (!headers["content-type"]?.toLowerCase().startsWith("application/json"))
    return [...new URLSearchParams(bytes.toString("utf8"))];
  try {
    const json = parseJson(bytes);
    return isObject(json) ? Object.entries(json).map(([key, value]) => [key, String(value)]) : [];
  } catch {
    return bytes.length === 0 ? [] : undefined;
  }
};
