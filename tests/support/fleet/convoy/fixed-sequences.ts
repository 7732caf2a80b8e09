import type { Command } from "./commands.ts";

/** Sequences that the random ones seldom find, each with the invariant that it holds. */
export const fixedSequences = {
  /** Two at one door who do not hear of each other. */
  "a tap that did not know of a boarding": [
    { type: "offline", phone: 2 },
    { type: "noShow", phone: 2, trip: 0, person: 0 },
    { type: "board", phone: 3, trip: 0, person: 0 },
    { type: "noShow", phone: 2, trip: 0, person: 0 },
  ],
  /** A worker has read the accounts and is about to write one; meanwhile its role is taken. */
  "a role that is taken while rights are worked out": [
    { type: "driver", phone: 3, trip: 0, account: 0 },
    { type: "sync", phone: 3 },
    { type: "holdAfterAccounts", server: 0 },
    { type: "work", server: 0 },
    { type: "role", account: 0, role: 0 },
    { type: "release", server: 0 },
  ],
} as const satisfies Readonly<Record<string, readonly Command[]>>;
