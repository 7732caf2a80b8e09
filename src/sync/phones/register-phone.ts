import type { Outbox } from "../../device/outbox/open-outbox.ts";
import { sealedItemOf } from "../../device/outbox/outbox-item.ts";
import type { SealingCredentials } from "../../device/outbox/seal-write.ts";
import { type IngestOutcome, isAcknowledged, maxCharacters, maxItems } from "../../domain/exchange/sealed-write.ts";
import { err, ok } from "../../domain/model/result.ts";
import type { Answer, Server } from "../connection/server.ts";
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
 * own what is `stranded`. What the server cannot take now stays.
 */
export const submitOutbox = async (
  server: Server,
  outbox: Outbox,
  device: string,
  { stranded = [] }: { readonly stranded?: readonly string[] } = {},
): Promise<Answer<void>> => {
  const isToBeHandedIn = (key: string) => !key.startsWith(`${device} `) || stranded.includes(key);
  if (!(await outbox.keys()).some(isToBeHandedIn)) return ok(undefined);
  const items = (await outbox.all()).filter(({ key }) => isToBeHandedIn(key));
  for (const some of inBatches(items, maxItems, ({ box }) => box.length, maxCharacters)) {
    const answer = await server.post<{ readonly outcomes: readonly IngestOutcome[] }>("_phone/handed-in", {
      items: some.map(sealedItemOf),
    });
    if (!answer.ok) return answer;
    const { outcomes } = answer.value;
    if (!Array.isArray(outcomes)) return err({ type: "later" });
    await outbox.settle(some.filter((_, place) => isAcknowledged(outcomes[place])));
  }
  return ok(undefined);
};
