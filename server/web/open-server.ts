import { createServer, type RequestListener, type Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { securityHeaders } from "./headers.ts";

/** Milliseconds. `idle`: without a byte while something is to be sent or taken; `checked`: how often late heads are looked for. */
export type Timeouts = { readonly head: number; readonly idle: number; readonly checked: number };

const usual: Timeouts = { head: 20_000, idle: 45_000, checked: 10_000 };
const wholeRequest = 10 * 60_000;

/**
 * The headers are put on before anything looks at the request: errors of the framework and bad addresses have them too, and nothing is kept
 * unless an answer says so. A connection whose request or answer stands still is let go.
 */
export const openServer = (answer: RequestListener, { head, idle, checked }: Timeouts = usual): Server => {
  const underWay = new Map<Socket, { readonly isTaken: () => boolean }>();
  const server = createServer(
    { maxHeaderSize: 16_384, requestTimeout: wholeRequest, headersTimeout: head, connectionsCheckingInterval: checked },
    (request, reply) => {
      const { socket } = request;
      underWay.set(socket, { isTaken: () => request.complete });
      reply.once("close", () => underWay.delete(socket));
      for (const [name, value] of Object.entries(securityHeaders)) reply.setHeader(name, value);
      reply.setHeader("Cache-Control", "no-store");
      answer(request, reply);
    },
  );
  server.keepAliveTimeout = 72_000;
  server.timeout = idle;
  server.on("timeout", (socket) => {
    const request = underWay.get(socket);
    const isWaiting = request?.isTaken() && socket.writableLength === 0;
    // A feed that waits for news has nothing to send and nothing to take.
    if (!isWaiting) socket.destroy();
  });
  return server;
};

/** Sends the last answer and does not wait for a client that does not read it. */
export const letGo = (socket: Duplex, text: string): void => {
  socket.end(text);
  setTimeout(() => socket.destroy(), lastWord).unref();
};

const lastWord = 1_000;
