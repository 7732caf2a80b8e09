import type { FastifyError } from "fastify";
import { type Refusal, refusalOf } from "../../refuse.ts";
import { type Answer, json } from "./answer.ts";

type Log = (event: object) => void;

/** `isGone`: the client has disconnected, which is why it failed. */
export const answerToError = (error: unknown, log: Log, isGone: boolean): Answer => {
  const refusal =
    refusalOf(error) ?? refusalOfFramework(error as FastifyError) ?? refusalOfDisk(error as NodeJS.ErrnoException);
  if (refusal) return json(refusal.status, { error: refusal.error, reason: refusal.reason }, { ...refusal.headers });
  if (isGone) return json(499, { error: "gone", reason: "The asker has gone." });
  log({
    event: "couch.failed",
    name: (error as Error).name,
    code: (error as NodeJS.ErrnoException).code,
    stack: stackOnly(error as Error),
  });
  return json(500, { error: "internal_server_error", reason: "The server failed; nothing was written." });
};

const refusalOfFramework = ({ statusCode, code }: FastifyError): Refusal | undefined => {
  if (statusCode === 413) return { status: 413, error: "too_large", reason: "the request entity is too large" };
  if (statusCode === 415)
    return { status: 415, error: "bad_content_type", reason: "Content-Type must be application/json" };
  const isClient = statusCode !== undefined && statusCode >= 400 && statusCode < 500;
  return isClient ? { status: statusCode, error: "bad_request", reason: code ?? "Bad request" } : undefined;
};

const refusalOfDisk = ({ code }: NodeJS.ErrnoException): Refusal | undefined =>
  code === "SQLITE_FULL" || code === "ENOSPC" || code?.startsWith("SQLITE_IOERR")
    ? { status: 507, error: "insufficient_storage", reason: "The disk is full or failing." }
    : undefined;

/** Where it failed, without the message, which may quote a document. */
const stackOnly = ({ stack }: Error): string =>
  (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join("\n");
