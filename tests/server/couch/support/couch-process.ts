import Fastify from "fastify";
import { openCouch } from "../../../../server/couch/open-couch.ts";

/** A server process of its own, for tests that kill or measure it. Configured by the environment; prints its port. */
const couch = openCouch({
  file: process.env.COUCH_FILE ?? ":memory:",
  admins: { admin: "admin" },
  secret: "a secret for tests",
  passwordIterations: Number(process.env.COUCH_ITERATIONS ?? 10),
  log: (event) => console.error(JSON.stringify(event)),
});
const fastify = Fastify({ forceCloseConnections: true });
await fastify.register(couch.plugin, { prefix: "/db" });
await fastify.listen({ port: Number(process.env.PORT ?? 0), host: "127.0.0.1" });
const address = fastify.server.address();
console.log(`port ${typeof address === "object" ? address?.port : ""}`);

process.on("SIGTERM", async () => {
  await couch.close();
  await fastify.close();
});
