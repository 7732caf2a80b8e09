import type { FastifyPluginAsync, FastifyReply, FastifyRequest, FastifySchema } from "fastify";
import { anyDatabase, type IngestOutcome, type SealedItem } from "../../../src/domain/exchange/sealed-write.ts";
import { noteKey } from "../../../src/domain/walls/note-content.ts";
import type { Derive } from "../../accounts/accounts.ts";
import { newPassphrase } from "../../accounts/new-passphrase.ts";
import { isWordLanguage, wordLanguages } from "../../accounts/word-list.ts";
import type { CouchClient } from "../../couch-client.ts";
import { answerPhone, type CommandQuestion, deviceTokenFor } from "../../phones/answer-phone.ts";
import { ingest } from "../../phones/ingest.ts";
import { inviteVolunteer } from "../../phones/invite-volunteer.ts";
import { type Asker, endManagedAccount, managedPhones, namePhone, orderWipe } from "../../phones/managed-phones.ts";
import { type Move, moveAccount } from "../../phones/move-account.ts";
import { giveSeries, type SeriesRequest } from "../../phones/number-series.ts";
import { publicKeyOf } from "../../phones/open-sealed-item.ts";
import { databasesOpenTo, noteOpened } from "../../phones/opened-databases.ts";
import { authorTokenFor, outboxSecret } from "../../phones/outbox-secret.ts";
import { type PhoneRecord, savePhone } from "../../phones/phone-record.ts";
import { couchError } from "../couch-error.ts";
import { isFromOurPage } from "../same-origin.ts";
import { type Limited, openAccountLimits } from "../sign-in/account-limits.ts";
import type { FindSessionUser } from "../sign-in/find-session-user.ts";
import { knownHeader } from "../sign-in/known-phone.ts";
import { openEnrolDoor } from "./enrol-door.ts";
import {
  endSchema,
  enrolSchema,
  inviteSchema,
  itemsSchema,
  mostBytes,
  moveSchema,
  nameSchema,
  phoneSchema,
  questionSchema,
  seriesSchema,
  wipeSchema,
} from "./phone-schemas.ts";

type Options = {
  readonly couch: () => CouchClient;
  readonly whoAsks: FindSessionUser;
  readonly leaseHours: number;
  /** Seals invitations. */
  readonly key: string;
  /** Whose name is nobody else's, though there is no account of it. */
  readonly administrator?: string;
  /** Where passphrases are derived. */
  readonly derive?: Derive;
  /** Milliseconds that a refused ticket takes at least. */
  readonly patience?: number;
};

/** More of something than an account may do: it comes again after so many seconds. */
class TooMany {
  constructor(readonly seconds: number) {}
}

/**
 * What phones say to the server besides CouchDB's API, at `/db/_phone`, for the session's cookie goes to `/db` only. With a session:
 * `introduce` `{device, label, reset}` gives what a person's unsent writes are sealed with; `handed-in` `{items}` takes what somebody else on
 * the phone has sealed; `numbers` `{device, held, wanted}` gives series of registration numbers; `list`, `wipe` `{device}`, `name` `{device, name}`, `end` `{name}` and `invite` `{name, site}` are for who leads, `move`
 * `{name, from, to}` for who coordinates both sites: `{refused}` says why an account that may be moved was not. Without one: `contact`, by the phone's own
 * pass, `enrol` `{ticket, digits}`, which tells a new volunteer's phone its account, `known`, whether somebody worked with this browser and did not sign out, and `words`, which proposes a passphrase in the language `?lang=`, or in English.
 */
export const phoneApi =
  ({ couch, whoAsks, leaseHours, key, administrator, derive, patience }: Options): FastifyPluginAsync =>
  async (scope) => {
    let secret: Promise<Buffer> | undefined;
    const known = (): Promise<Buffer> => {
      secret ??= outboxSecret(couch()).catch((error: unknown) => {
        secret = undefined;
        throw error;
      });
      return secret;
    };
    scope.addHook("onRequest", async (request, reply) => {
      reply.header("Cache-Control", "no-store");
      if (!isFromOurPage(request.headers)) return couchError(reply, 403, "forbidden", "other_origin");
    });
    const limits = openAccountLimits();
    const tooMany = (what: Limited) => new TooMany(limits.seconds(what));
    const askers = new WeakMap<FastifyRequest, Asker>();
    /** Before the body is read: unauthenticated clients may send nothing here. */
    const signedIn = async (request: FastifyRequest, reply: FastifyReply) => {
      const asker = request.headers.cookie ? await whoAsks(request.headers.cookie) : undefined;
      if (!asker) return couchError(reply, 401, "unauthorized", "sign_in");
      askers.set(request, asker);
    };
    /** Answers for a session what `answer` makes of it; nothing becomes 403. */
    const asked =
      (answer: (asker: Asker, request: FastifyRequest) => Promise<object | boolean>) =>
      async (request: FastifyRequest, reply: FastifyReply): Promise<object> => {
        const asker = askers.get(request);
        if (!asker) return couchError(reply, 401, "unauthorized", "sign_in");
        const answered = limits.add("requests", asker.name) ? await answer(asker, request) : tooMany("requests");
        if (answered === false) return couchError(reply, 403, "forbidden", "not_yours");
        if (answered instanceof TooMany)
          return couchError(reply.header("Retry-After", String(answered.seconds)), 429, "too_many_requests", "later");
        return answered === true ? { ok: true } : answered;
      };
    const now = () => new Date().toISOString();

    const introduce = asked(async ({ name, roles }, { body }) => {
      const { device, label, reset } = body as Pick<PhoneRecord, "device" | "label" | "reset">;
      const own = await known();
      const phone = { device, account: name, label, ...(reset && { reset }) };
      const saved = await savePhone(couch(), phone, now(), () => limits.add("phones", name));
      if (saved !== true) return saved === "tooMany" && tooMany("phones");
      const databases = await databasesOpenTo(couch(), roles);
      if (!(await noteOpened(couch(), phone, databases))) throw new Error("what a phone opens was not written down");
      const keys = [...databases, anyDatabase, noteKey].map((database) => [database, publicKeyOf(own, database)]);
      return {
        pass: authorTokenFor(own, name, device),
        contact: deviceTokenFor(own, device),
        keys: Object.fromEntries(keys),
      };
    });
    const handIn = asked(async ({ name }, { body, raw }) => {
      const { items } = body as { readonly items: readonly SealedItem[] };
      if (!limits.add("items", name, items.length)) return tooMany("items");
      const outcomes: IngestOutcome[] = [];
      for (const item of items) {
        if (limits.isOver("reviews", name)) return tooMany("reviews");
        if (raw.socket.destroyed) break; // the client has gone: the phone brings it all again
        const outcome = await ingest(couch(), await known(), name, item);
        if (outcome === "review") limits.add("reviews", name);
        outcomes.push(outcome);
      }
      return { outcomes };
    });
    scope.post("/db/_phone/introduce", { onRequest: signedIn, schema: phoneSchema, bodyLimit: 4_096 }, introduce);
    scope.post("/db/_phone/handed-in", { onRequest: signedIn, schema: itemsSchema, bodyLimit: mostBytes }, handIn);
    scope.get(
      "/db/_phone/list",
      { onRequest: signedIn },
      asked(async (asker) => ({ phones: await managedPhones(couch(), asker) })),
    );
    const door = <B>(
      path: string,
      schema: FastifySchema,
      answer: (asker: Asker, body: B) => Promise<object | boolean>,
    ) =>
      scope.post(
        `/db/_phone/${path}`,
        { onRequest: signedIn, schema, bodyLimit: 4_096 },
        asked((asker, { body }) => answer(asker, body as B)),
      );
    door<Omit<SeriesRequest, "account">>("numbers", seriesSchema, (asker, request) =>
      giveSeries(
        couch(),
        { ...request, account: asker.name },
        {
          mayGive: () => limits.add("series", asker.name),
          mayClaim: () => limits.add("claims", asker.name),
        },
      ),
    );
    door<{ device: string }>("wipe", wipeSchema, (asker, { device }) => orderWipe(couch(), asker, device, now()));
    door<{ device: string; name: string }>("name", nameSchema, (asker, { device, name }) =>
      namePhone(couch(), asker, device, name),
    );
    door<{ name: string }>("end", endSchema, (asker, { name }) => endManagedAccount(couch(), asker, name, now()));
    door<Move>("move", moveSchema, (asker, move) => moveAccount(couch(), asker, move));
    door<{ name: string; site: string }>("invite", inviteSchema, async (asker, invited) =>
      limits.add("invitations", asker.name)
        ? inviteVolunteer(couch(), { key, administrator, derive }, asker, invited)
        : tooMany("invitations"),
    );
    scope.get("/db/_phone/words", async ({ query }, reply) => {
      const { lang = "en" } = query as { readonly lang?: string };
      if (!isWordLanguage(lang))
        return couchError(reply, 400, "bad_request", `lang is one of ${wordLanguages.join(", ")}`);
      return { words: await newPassphrase(lang) };
    });
    scope.post("/db/_phone/enrol", { schema: enrolSchema, bodyLimit: 4_096 }, openEnrolDoor(couch, key, patience));
    scope.get("/db/_phone/known", async ({ headers }) => ({ known: headers[knownHeader] !== undefined }));
    scope.post("/db/_phone/contact", { schema: questionSchema, bodyLimit: 4_096 }, async (request, reply) => {
      const answer = await answerPhone(couch(), await known(), request.body as CommandQuestion, { leaseHours });
      return answer ?? couchError(reply, 401, "unauthorized", "unknown_phone");
    });
  };
