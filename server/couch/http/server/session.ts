import { isObject } from "../../json/json.ts";
import { badRequest, notAllowed, refuse } from "../../refuse.ts";
import { type Answer, json } from "../transport/answer.ts";
import { type CouchRequest, isTrue, jsonBody, mediaType } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import { checkBytes, MOST_BYTES_OF_NOBODY } from "../transport/request-limits.ts";
import { cookieWith, newCookie, refuseLogin } from "./authenticate.ts";

/** `_session`: log in, ask who one is, log out. */
export const answerSession = (server: CouchServer, request: CouchRequest): Answer | Promise<Answer> => {
  const { method } = request;
  if (method === "GET" || method === "HEAD") return whoAmI(request);
  if (method === "POST") return logIn(server, request);
  if (method === "DELETE") return json(200, { ok: true }, { "set-cookie": cookieWith(server, request, "") });
  return notAllowed("GET,HEAD,POST,DELETE");
};

const whoAmI = (request: CouchRequest): Answer => {
  const { name, roles, by } = request.user;
  if (name === null && isTrue(request, "basic")) refuse(401, "unauthorized", "Please login.");
  const info = { authentication_handlers: ["cookie", "default"], ...(by ? { authenticated: by } : {}) };
  return json(200, { ok: true, userCtx: { name, roles }, info });
};

const logIn = async (server: CouchServer, request: CouchRequest): Promise<Answer> => {
  const { name, password } = readCredentials(request);
  const account = (await server.accounts.prove(name, password, request.address)) ?? refuseLogin();
  const cookie = newCookie(server, request, account.name, account.salt);
  return json(200, { ok: true, name: account.name, roles: account.roles }, { "set-cookie": cookie });
};

const readCredentials = (request: CouchRequest): { name: string; password: string } => {
  checkBytes(request.body, MOST_BYTES_OF_NOBODY);
  const type = mediaType(request);
  if (type === "application/x-www-form-urlencoded") {
    const form = new URLSearchParams(request.body.toString("utf8"));
    return { name: form.get("name") ?? refuseNameless(), password: form.get("password") ?? "" };
  }
  if (type !== "application/json") {
    return refuse(
      415,
      "bad_content_type",
      "Content-Type must be 'application/x-www-form-urlencoded' or 'application/json'",
    );
  }
  const body = jsonBody(request);
  const { name, username, password = "" } = isObject(body) ? body : badRequest("Request body must be a JSON object");
  const given = name ?? username;
  if (typeof given !== "string" || typeof password !== "string") return refuseNameless();
  return { name: given, password };
};

const refuseNameless = (): never => badRequest("request body must contain a username");
