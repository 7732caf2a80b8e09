import { setTimeout as wait } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { checkDigits, type Ticket } from "../../accounts/invitation-ticket.ts";
import type { CouchClient } from "../../couch-client.ts";
import { couchError } from "../couch-error.ts";
import { openKeyedLimit } from "../sign-in/keyed-limit.ts";
import { usualPatience } from "../sign-in/limit-logins.ts";

/** Tries of one address at a time; more wait in line, and those behind them are refused. */
const atOnce = 4;
const mostWaiting = 40;

/**
 * Answers which account a ticket and its six digits are for. Every refusal takes as long as a wrong password: an unknown ticket, a wrong digit
 * and a ticket that has ended cannot be told apart by time. Guesses are bounded by the ticket and not by the address, so those of
 * others behind the same address lock nobody out.
 */
export const openEnrolDoor = (
  couch: () => CouchClient,
  key: string,
  patience = usualPatience,
  pause: (ms: number) => Promise<unknown> = wait,
) => {
  const turns = openKeyedLimit(atOnce, mostWaiting);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<object> => {
    const leave = await turns.take(request.ip);
    if (!leave) return couchError(reply, 429, "too_many_requests", "later");
    try {
      const since = performance.now();
      const answer = await checkDigits(couch(), key, request.body as Ticket);
      if (answer.outcome !== "right") await pause(Math.max(0, patience - (performance.now() - since)));
      return answer;
    } finally {
      leave();
    }
  };
};
