import { accountId } from "../../../server/accounts.ts";
import type { CouchTarget } from "../couch-target.ts";

/** Everybody who may stand before the door. The name says who; slugs are the tests' own. */
export const people = {
  nobody: undefined,
  "somebody invited": [],
  "an account without a task": ["account"],
  "volunteer of medyka": ["account", "volunteer:medyka"],
  "volunteer of przemysl": ["account", "volunteer:przemysl"],
  "lead of medyka": ["account", "lead:medyka"],
  "lead of przemysl": ["account", "lead:przemysl"],
  "driver of trip 1": ["account", "driver", "trip:1"],
  "driver of trip 2": ["account", "driver", "trip:2"],
  coordinator: ["account", "coordinator"],
  "coordinator on trip 1": ["account", "coordinator", "lead:medyka", "trip:1"],
  "care worker of medyka": ["account", "care:medyka"],
  "case worker of org-1": ["account", "case:org-1"],
  "protection officer of org-1": ["account", "protection:org-1"],
} as const satisfies Readonly<Record<string, readonly string[] | undefined>>;

export type Person = keyof typeof people;
export const everybody = Object.keys(people) as readonly Person[];
export const rolesOf = (person: Person): readonly string[] => people[person] ?? [];

const password = "four words that hold";
const nameOf = (person: Person): string => `test-${person.replaceAll(" ", "-")}`;

export const accountOf = (person: Person): string | null => (people[person] ? nameOf(person) : null);

/** Makes their accounts and signs them in. Answers the headers each sends. */
export const signEverybodyIn = async ({ base, couch }: CouchTarget): Promise<ReadonlyMap<Person, Headers>> => {
  const headers = new Map<Person, Headers>();
  for (const person of everybody) {
    const own = new Headers({ "content-type": "application/json" });
    headers.set(person, own);
    if (!people[person]) continue;
    const path = `_users/${encodeURIComponent(accountId(nameOf(person)))}`;
    // One that is there stays as it is: a new password would end its sessions a moment after they begin.
    await couch.put(path, { type: "user", name: nameOf(person), roles: rolesOf(person), password });
    const session = await fetch(`${base}/_session`, {
      method: "POST",
      headers: own,
      body: JSON.stringify({ name: nameOf(person), password }),
    });
    if (session.status !== 200) throw new Error(`${person} could not sign in: ${session.status}`);
    own.set("cookie", session.headers.getSetCookie()[0]?.split(";")[0] ?? "");
  }
  return headers;
};
