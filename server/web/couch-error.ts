import type { FastifyReply } from "fastify";

/** An answer of the front in CouchDB's shape, so that clients need to know one only. */
export const couchError = (reply: FastifyReply, status: number, error: string, reason: string): FastifyReply =>
  reply
    .code(status)
    .type("application/json")
    .send(`${JSON.stringify({ error, reason })}\n`);
