import serveStatic from "@fastify/static";
import type { FastifyPluginAsync } from "fastify";
import { cacheControl } from "../headers.ts";
import { firstWordsIn } from "./first-words.ts";

/** The app's files, packed by the build. Every address without a file's ending is a screen of the app. */
export const serveApp =
  (folders: readonly string[]): FastifyPluginAsync =>
  async (scope) => {
    const [app] = folders;
    const firstWords = firstWordsIn(app ?? "");
    await scope.register(serveStatic, {
      root: [...folders],
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.header("Cache-Control", cacheControl(path));
        const words = /\/index\.html(\.\w+)?$/.test(path) && firstWords(reply.request.headers["accept-language"]);
        if (words) reply.header("Link", words);
      },
    });
    scope.setNotFoundHandler((request, reply) => {
      if (isPage(request.method, request.url) && app !== undefined) return reply.sendFile("index.html", app);
      return reply.code(404).type("text/plain").header("Cache-Control", "no-store").send("Not found");
    });
    scope.setErrorHandler((_, __, reply) =>
      reply.code(400).type("text/plain").header("Cache-Control", "no-store").send("Bad request"),
    );
  };

const isPage = (method: string, url: string): boolean =>
  (method === "GET" || method === "HEAD") && !/\.\w+(\?|$)/.test(url);
