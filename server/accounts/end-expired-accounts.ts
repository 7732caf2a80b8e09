import { setTimeout as wait } from "node:timers/promises";
import type { CouchClient } from "../couch-client.ts";
import { type AccountDocument, endAccount } from "./accounts.ts";
import { forgetTickets } from "./invitation-ticket.ts";

const pause = 60_000;

/** Ends accounts whose last day is over and invitations that were not used. Several servers may do it at once: one of them is refused. */
export const startAccountExpiry = (couch: CouchClient, log: (event: object) => void): { stop(): void } => {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      const now = new Date().toISOString();
      await Promise.all([endExpiredAccounts(couch, now), forgetTickets(couch, now)]).catch((error: Error) =>
        log({ event: "accounts-failed", name: error.name }),
      );
      await wait(pause, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
    }
  };
  void run();
  return { stop: () => stopping.abort() };
};

/** `now` as ISO 8601. Answers how many were ended. */
export const endExpiredAccounts = async (couch: CouchClient, now: string): Promise<number> => {
  const { status, body } = await couch.get<{ readonly rows: readonly { readonly doc: AccountDocument }[] }>(
    "_users/_all_docs?include_docs=true",
  );
  if (status !== 200) return 0;
  const over = body.rows.flatMap(({ doc }) => (doc.type === "user" && isExpired(doc, now) ? [doc] : []));
  for (const account of over) await endAccount(couch, account, now).catch(() => undefined);
  return over.length;
};

/** The last day counts to its end. */
export const isExpired = ({ until, invitation }: AccountDocument, now: string): boolean =>
  (until !== undefined && until < now.slice(0, 10)) || (invitation !== undefined && invitation.until < now);
