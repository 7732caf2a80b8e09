import type { FastifyPluginAsync } from "fastify";
import { openWindowedCounter } from "./sign-in/windowed-counter.ts";

/** `lastPass`: when the workers last made everything right; `oldConflicts`: documents that they could not join for five minutes. */
export type Health =
  | { readonly status: "ok"; readonly lastPass?: string; readonly oldConflicts?: number }
  | { readonly status: "unavailable"; readonly reason: string };

/** Frequent requests cause no work for the store. */
const freshFor = 2_000;
const reportBytes = 16_384;
const mostReports = 30;
const minute = 60_000;

/** `/healthz`: whether the store answers and writes. `/csp-report`: which directive a browser had to hold up; nothing else of it. */
export const serveHealth =
  (health: () => Promise<Health>, log: (event: object) => void): FastifyPluginAsync =>
  async (scope) => {
    let asked: { readonly at: number; readonly answer: Promise<Health> } | undefined;
    scope.get("/healthz", async (_, reply) => {
      if (!asked || Date.now() - asked.at > freshFor) asked = { at: Date.now(), answer: health() };
      const answer = await asked.answer;
      return reply
        .code(answer.status === "ok" ? 200 : 503)
        .header("Cache-Control", "no-store")
        .send(answer);
    });

    const reports = openWindowedCounter(minute, Date.now);
    for (const type of ["application/reports+json", "application/csp-report"])
      scope.addContentTypeParser(type, { parseAs: "string", bodyLimit: reportBytes }, (_, body, done) =>
        done(null, body),
      );
    scope.post("/csp-report", async (request, reply) => {
      const directive = /"(?:effectiveDirective|effective-directive)"\s*:\s*"([a-z-]{3,40})"/.exec(
        String(request.body),
      )?.[1];
      if (directive && reports.add(request.ip) <= mostReports) log({ event: "csp", directive });
      return reply.code(204).header("Cache-Control", "no-store").send();
    });
  };
