import { accountId, findAccount, saveAccount } from "../../../../server/accounts/accounts.ts";
import type { CouchClient } from "../../../../server/couch-client.ts";
import { installDatabase } from "../../../../server/design/install-database.ts";
import { phoneApi } from "../../../../server/web/phones/phone-api.ts";
import { findSessionUser } from "../../../../server/web/sign-in/find-session-user.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { admin, startFront, type TestFront } from "../../web/support/start-front.ts";

/** Two sites of one organisation, one of another. */
const sites = { medyka: "org-1", przemysl: "org-1", lublin: "org-2" };

/** Everybody has one phone, which is called as they are with `s1` behind. */
const accounts = {
  ann: ["volunteer:medyka"],
  bob: ["volunteer:przemysl"],
  lea: ["lead:medyka"],
  leo: ["lead:lublin"],
  cor: ["coordinator"],
  cia: ["coordinator"],
  one: ["coordinator:org-1"],
  two: ["coordinator:org-2"],
};

type Answer = Readonly<Record<string, unknown>>;
type Listed = { readonly device: string; readonly name?: string; readonly roles: readonly string[] };

/** A server with sites, and people of every part with their phones, signed in. */
export type PeopleWithPhones = {
  readonly front: TestFront;
  /** Asks `/db/_phone/…` as somebody; undefined: without a session. */
  ask(
    name: string | undefined,
    path: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly body: Answer }>;
  /** What each of them, and nobody in particular, is answered. */
  statusesOf(path: string, body: object): Promise<Readonly<Record<string, number>>>;
  /** The phones that somebody is shown. */
  phonesOf(name: string): Promise<readonly Listed[]>;
  rolesOf(name: string): Promise<readonly string[]>;
  /** Gives an account exactly these, past the front. */
  setRoles(name: string, roles: readonly string[]): Promise<void>;
  cookieOf(name: string): string;
  /** The store as it is, where somebody else writes before each of the first writes at `path`. */
  raced(path: string, times: number, write: (time: number) => Promise<unknown>): CouchClient;
};

export const openPeopleWithPhones = async (): Promise<PeopleWithPhones> => {
  const asks = findSessionUser(() => `${front.address}/db`);
  const front: TestFront = await startFront({
    more: () => phoneApi({ couch: () => front.couch, whoAsks: asks, leaseHours: 24, key: admin.password }),
  });
  await addSites(front);
  const cookies = new Map<string, string>();
  const cookieOf = (name: string) => cookies.get(name) ?? "";
  const ask: PeopleWithPhones["ask"] = async (name, path, body) => {
    const response = await fetch(`${front.address}/db/_phone/${path}`, {
      headers: { "content-type": "application/json", ...(name && { cookie: cookieOf(name) }) },
      ...(body && { method: "POST", body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  for (const [name, roles] of Object.entries(accounts)) {
    cookies.set(name, await signedIn(front, name, roles));
    await ask(name, "introduce", { device: `${name}s1`, label: "Android · Chrome" });
  }
  return {
    ...{ front, ask, cookieOf },
    statusesOf: async (path, body) => {
      const statuses: Record<string, number> = { nobody: (await ask(undefined, path, body)).status };
      for (const name of Object.keys(accounts)) statuses[name] = (await ask(name, path, body)).status;
      return statuses;
    },
    phonesOf: async (name) => (await ask(name, "list")).body.phones as readonly Listed[],
    rolesOf: async (name) => (await findAccount(front.couch, name))?.roles ?? [],
    setRoles: async (name, roles) => {
      const account = await findAccount(front.couch, name);
      await front.couch.put(`_users/${encodeURIComponent(accountId(name))}`, { ...account, roles });
    },
    raced: (path, times, write) => {
      let time = 0;
      return {
        ...front.couch,
        put: async (to: string, body: object) => {
          if (to.startsWith(path)) time += 1;
          if (to.startsWith(path) && time <= times) await write(time);
          return front.couch.put(to, body);
        },
      };
    },
  };
};

const addSites = async ({ couch }: TestFront): Promise<void> => {
  await installDatabase(couch, "directory");
  for (const [site, org] of Object.entries(sites)) {
    const content = {
      site,
      name: site,
      type: "shelter",
      orgId: `organisation:${org}`,
      protected: false,
      status: "open",
    };
    const author = { by: "admin", device: "seed", at: "2026-11-24T08:00:00.000Z" };
    const made = firstVersion(kinds.site, `site:${site}`, content, author);
    await couch.put(`directory/${encodeURIComponent(made._id)}`, made);
  }
};

const signedIn = async (front: TestFront, name: string, roles: readonly string[]): Promise<string> => {
  const passphrase = "four words that hold";
  await saveAccount(front.couch, { name, roles, passphrase });
  const body = new URLSearchParams({ name, password: passphrase });
  const { headers } = await fetch(`${front.address}/db/_session`, { method: "POST", body });
  return headers.getSetCookie()[0]?.split(";")[0] ?? "";
};
