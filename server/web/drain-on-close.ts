import type { FastifyInstance } from "fastify";
import { isFeed } from "./request-log.ts";

/** Milliseconds that answers under way may take after the end was asked for. */
const grace = 3_000;

/**
 * A clean end: no new connections, waiting feeds are let go at once (phones ask again), what is being written is answered first, and
 * connections that are not done after three seconds are cut off.
 */
export const drainOnClose = (front: FastifyInstance): void => {
  const waiting = new Set<() => void>();
  front.addHook("onRequest", (request, reply, done) => {
    if (!isFeed(request.url)) return done();
    const cut = () => reply.raw.destroy();
    waiting.add(cut);
    reply.raw.once("close", () => waiting.delete(cut));
    done();
  });
  front.addHook("preClose", async () => {
    for (const cut of [...waiting]) cut();
    setTimeout(() => front.server.closeAllConnections(), grace).unref();
  });
};
