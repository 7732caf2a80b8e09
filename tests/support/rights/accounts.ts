import { setTimeout as wait } from "node:timers/promises";
import { accountId } from "../../../server/accounts/accounts.ts";
import type { CouchTarget } from "../server/couch-target.ts";

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
    await makeAccount(couch, person);
    const session = await fetch(`${base}/_session`, {
      method: "POST",
      headers: own,
      body: JSON.stringify({ name: nameOf(person), password }),
    });
    if (session.status !== 200) throw new Error(`${person} could not sign in: ${session.status}`);
    own.set("cookie", session.headers.getSetCookie()[0]?.split(";")[0] ?? "");
    await hasRoles(base, own, person);
  }
  return headers;
};

/** One that is there keeps its password: a new one would end its sessions a moment after they begin. */
const makeAccount = async (couch: CouchTarget["couch"], person: Person): Promise<void> => {
  const path = `_users/${encodeURIComponent(accountId(nameOf(person)))}`;
  const there = await couch.get<object>(path);
  const account = there.status === 200 ? there.body : { type: "user", name: nameOf(person), password };
  await couch.put(path, { ...account, roles: rolesOf(person) });
};

type Session = { readonly userCtx: { readonly roles: readonly string[] } };
const mostTries = 200;

/** A CouchDB notices changed roles a moment later. */
const hasRoles = async (base: string, headers: Headers, person: Person): Promise<void> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { userCtx } = (await (await fetch(`${base}/_session`, { headers })).json()) as Session;
    if (String(userCtx.roles) === String(rolesOf(person))) return;
    await wait(50);
  }
  throw new Error(`the server does not notice the roles of ${person}`);
};
