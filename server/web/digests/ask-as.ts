import type { FastifyRequest } from "fastify";
import type { Couch } from "../../couch/open-couch.ts";
import { requestHeaders } from "../proxy/relayed-headers.ts";

/** What the store answers to a GET of whoever sent a request; `path` is below its root. Throws where it does not answer. */
export type AskAs = (
  request: FastifyRequest,
  path: string,
) => Promise<{ readonly status: number; readonly body: unknown }>;

/** Of a store in this process. */
export const askHere =
  ({ askAs }: Couch): AskAs =>
  async ({ headers, ip }, path) => {
    const { status, text } = await askAs({ headers, address: ip }, `/${path}`);
    return { status, body: JSON.parse(text) };
  };

/** Of a CouchDB; `base` is its address. */
export const askElsewhere =
  (base: string): AskAs =>
  async (request, path) => {
    const { cookie, authorization, "x-forwarded-for": address } = requestHeaders(request);
    const given = Object.entries({ cookie, authorization, "x-forwarded-for": address });
    const headers = given.flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as [string, string]] : [],
    );
    const answer = await fetch(`${base}/${path}`, { headers, signal: AbortSignal.timeout(patience) });
    return { status: answer.status, body: await answer.json() };
  };

const patience = 10_000;
