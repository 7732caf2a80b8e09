import type { Outbox } from "../device/outbox/open-outbox.ts";
import type { Passport } from "../device/outbox/seal-write.ts";
import { err, ok } from "../domain/result.ts";
import { isInSafeHands, mostCharacters, mostItems, type Outcome } from "../domain/sealed-write.ts";
import { inBatches } from "./in-batches.ts";
import type { Answer, Server } from "./server.ts";

/** Asks the server for what seals this account's writes on this device. */
export const fetchPassport = async (server: Server, by: string, device: string): Promise<Answer<Passport>> => {
  const answer = await server.post<Pick<Passport, "pass" | "keys">>("../account/phone", { device });
  if (!answer.ok) return answer;
  const { pass, keys } = answer.value;
  return typeof pass === "string" && typeof keys === "object" ? ok({ by, device, pass, keys }) : err({ type: "later" });
};

/**
 * Hands in what others who work with this phone have not sent, and what this person left behind under an earlier name in stamps.
 * What the server cannot take now stays.
 */
export const handIn = async (server: Server, outbox: Outbox, device: string): Promise<Answer<void>> => {
  const others = (await outbox.keys()).some((key) => !key.startsWith(`${device} `));
  if (!others) return ok(undefined);
  const items = (await outbox.all()).filter(({ key }) => !key.startsWith(`${device} `));
  for (const some of inBatches(items, mostItems, ({ box }) => box.length, mostCharacters)) {
    const answer = await server.post<{ readonly outcomes: readonly Outcome[] }>("../account/handed-in", {
      items: some,
    });
    if (!answer.ok) return answer;
    const { outcomes } = answer.value;
    if (!Array.isArray(outcomes)) return err({ type: "later" });
    await outbox.settle(some.filter((_, place) => isInSafeHands(outcomes[place])));
  }
  return ok(undefined);
};
