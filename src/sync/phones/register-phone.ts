import type { Outbox } from "../../device/outbox/open-outbox.ts";
import { type OutboxItem, sealedItemOf } from "../../device/outbox/outbox-item.ts";
import type { SealingCredentials } from "../../device/outbox/seal-write.ts";
import {
  type IngestOutcome,
  isAcknowledged,
  isHopeless,
  maxCharacters,
  maxItems,
} from "../../domain/exchange/sealed-write.ts";
import { err, ok } from "../../domain/model/result.ts";
import type { Answer, Server } from "../connection/server.ts";
import { unreadableItems } from "../outbox/unreadable-items.ts";
import { inBatches } from "../replication/in-batches.ts";

/** What the server gives one account on one device. `contact` lets the phone ask about itself, without a session. */
export type PhoneCredentials = { readonly passport: SealingCredentials; readonly contact: string };

type Introduction = {
  readonly by: string;
  readonly device: string;
  readonly label: string;
  readonly reset?: string | undefined;
};

/** Introduces this phone to the server. `label`: what kind of phone it is; `reset`: what lets this person choose a new passphrase on it. */
export const requestRegistration = async (
  server: Server,
  { by, device, label, reset }: Introduction,
): Promise<Answer<PhoneCredentials>> => {
  const answer = await server.post<Pick<SealingCredentials, "pass" | "keys"> & { contact: string }>(
    "_phone/introduce",
    {
      device,
      label,
      ...(reset !== undefined && { reset }),
    },
  );
  if (!answer.ok) return answer;
  const { pass, keys, contact } = answer.value;
  const isWhole = typeof pass === "string" && typeof contact === "string" && typeof keys === "object";
  return isWhole ? ok({ passport: { by, device, pass, keys }, contact }) : err({ type: "later" });
};

/**
 * Hands in what others who work with this phone have not sent, what this person left behind under an earlier name in stamps, and of their
 * own what is `stranded`. What the server cannot take now stays; what it can make nothing of stays, too, and is sent again only under other
 * `circumstances`.
 */
export const submitOutbox = async (
  server: Server,
  outbox: Outbox,
  device: string,
  {
    stranded = [],
    circumstances = "",
  }: { readonly stranded?: readonly string[]; readonly circumstances?: string } = {},
): Promise<Answer<void>> => {
  const isToBeHandedIn = (key: string) => !key.startsWith(`${device} `) || stranded.includes(key);
  if (!(await outbox.keys()).some(isToBeHandedIn)) return ok(undefined);
  const told = unreadableItems(outbox);
  const items = (await outbox.all()).filter(
    (item) => isToBeHandedIn(item.key) && !told.isToldUnder(item, circumstances),
  );
  for (const some of inBatches(items, maxItems, ({ box }) => box.length, maxCharacters)) {
    const answer = await submitItems(server, some, {
      settle: async (taken, hopeless) => {
        told.tell(hopeless, circumstances);
        await outbox.settle(taken, { items: hopeless, circumstances });
      },
      refuse: (item) => told.tell([item], circumstances),
    });
    if (!answer.ok) return answer;
  }
  return ok(undefined);
};

type Outcomes = {
  settle(taken: readonly OutboxItem[], hopeless: readonly OutboxItem[]): Promise<void>;
  /** Refused before the server looked into it, perhaps by something on the way: not again in this visit. */
  refuse(item: OutboxItem): void;
};

/** A request that the server does not take as a whole is halved until the culprit stands alone: one item stops no other. */
const submitItems = async (server: Server, items: readonly OutboxItem[], became: Outcomes): Promise<Answer<void>> => {
  const answer = await server.post<{ readonly outcomes: readonly IngestOutcome[] }>("_phone/handed-in", {
    items: items.map(sealedItemOf),
  });
  if (answer.ok) {
    const { outcomes } = answer.value;
    if (!Array.isArray(outcomes)) return err({ type: "later" });
    const thatAre = (isSo: (outcome: IngestOutcome) => boolean) => items.filter((_, place) => isSo(outcomes[place]));
    await became.settle(thatAre(isAcknowledged), thatAre(isHopeless));
    return ok(undefined);
  }
  const { type } = answer.error;
  if (type !== "tooLarge" && type !== "malformed") return answer;
  const [only, ...others] = items;
  if (only && others.length === 0) {
    became.refuse(only);
    return ok(undefined);
  }
  const half = Math.ceil(items.length / 2);
  const first = await submitItems(server, items.slice(0, half), became);
  return first.ok ? submitItems(server, items.slice(half), became) : first;
};
