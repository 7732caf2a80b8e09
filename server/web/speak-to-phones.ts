import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { databasesFor } from "../../src/domain/databases.ts";
import { mostCharacters, mostItems, type Outcome, type SealedItem } from "../../src/domain/sealed-write.ts";
import type { CouchClient } from "../couch-client.ts";
import { publicKeyOf } from "../outbox/open-item.ts";
import { outboxSecret, passFor } from "../outbox/secret.ts";
import { takeIn } from "../outbox/take-in.ts";
import { couchError } from "./couch-error.ts";
import { isFromOurPage } from "./same-origin.ts";
import type { WhoAsks } from "./who-asks.ts";

const phoneSchema = {
  body: {
    type: "object",
    required: ["device"],
    additionalProperties: false,
    properties: { device: { type: "string", pattern: "^[a-z0-9]{4,16}$" } },
  },
} as const;

const itemsSchema = {
  body: {
    type: "object",
    required: ["items"],
    additionalProperties: false,
    properties: {
      items: {
        type: "array",
        maxItems: mostItems,
        items: {
          type: "object",
          required: ["key", "box"],
          additionalProperties: false,
          properties: { key: { type: "string", maxLength: 200 }, box: { type: "string", maxLength: 200_000 } },
        },
      },
    },
  },
} as const;

/**
 * What phones say to the server besides CouchDB's API. `POST /account/phone` `{device}`: with what a person's unsent writes are
 * sealed on this device. `POST /account/handed-in` `{items}`: what somebody else on the phone has sealed; answers `{outcomes}`, one each.
 */
export const speakToPhones =
  (couch: () => CouchClient, whoAsks: WhoAsks): FastifyPluginAsync =>
  async (scope) => {
    let secret: Promise<Buffer> | undefined;
    const known = (): Promise<Buffer> => {
      secret ??= outboxSecret(couch()).catch((error: unknown) => {
        secret = undefined;
        throw error;
      });
      return secret;
    };
    const asker = async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header("Cache-Control", "no-store");
      if (!isFromOurPage(request.headers)) return void couchError(reply, 403, "forbidden", "other_origin");
      const who = request.headers.cookie ? await whoAsks(request.headers.cookie) : undefined;
      return who ?? void couchError(reply, 401, "unauthorized", "sign_in");
    };

    scope.post("/account/phone", { schema: phoneSchema, bodyLimit: 4_096 }, async (request, reply) => {
      const who = await asker(request, reply);
      if (!who) return reply;
      const { device } = request.body as { readonly device: string };
      const own = await known();
      const keys = databasesFor(who.roles).map((database) => [database, publicKeyOf(own, database)]);
      return { pass: passFor(own, who.name, device), keys: Object.fromEntries(keys) };
    });

    const bodyLimit = 2 * mostCharacters;
    scope.post("/account/handed-in", { schema: itemsSchema, bodyLimit }, async (request, reply) => {
      const who = await asker(request, reply);
      if (!who) return reply;
      const outcomes: Outcome[] = [];
      for (const item of (request.body as { readonly items: readonly SealedItem[] }).items)
        outcomes.push(await takeIn(couch(), await known(), who.name, item));
      return { outcomes };
    });
  };
