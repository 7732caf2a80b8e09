import { join } from "node:path";
import compress from "@fastify/compress";
import serveStatic from "@fastify/static";
import fastify, { type FastifyInstance, type FastifyPluginAsync } from "fastify";
import { cacheControl, securityHeaders } from "./headers.ts";

/** The one process that phones talk to: the app's files, `/db` and `/healthz`. Not yet listening. */
export const openFront = async (options: {
  readonly app: string;
  readonly couch: FastifyPluginAsync;
}): Promise<FastifyInstance> => {
  const front = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 64 * 1024 * 1024 });
  front.addHook("onSend", async (request, reply) => {
    reply.headers(securityHeaders);
    if (request.url.startsWith("/db")) reply.header("Cache-Control", "no-store");
  });
  await front.register(options.couch, { prefix: "/db" });
  await front.register(async (pages) => {
    await pages.register(compress, { encodings: ["br", "gzip"] });
    await pages.register(serveStatic, {
      root: options.app,
      cacheControl: false,
      setHeaders: (reply, path) => reply.header("Cache-Control", cacheControl(path)),
    });
    pages.get("/healthz", async () => ({ status: "ok" }));
    pages.setNotFoundHandler((request, reply) => {
      if (!isPage(request.method, request.url)) return reply.code(404).type("text/plain").send("Not found");
      return reply.sendFile("index.html", options.app);
    });
  });
  return front;
};

/** Every address without a file's ending is a screen of the app. */
const isPage = (method: string, url: string): boolean =>
  (method === "GET" || method === "HEAD") && !/\.\w+(\?|$)/.test(url);

export const appFolder = (built: string): string => join(built, "app");
