import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { siteDatabase } from "../../../../src/domain/model/databases.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { fakeTabs } from "../../browser/fake-tabs.ts";
import { openPhone, type Phone } from "../phone.ts";
import { giveSitesBack, takeSites } from "../sites.ts";
import type { TestServer } from "../test-server.ts";
import { keysOnDisk } from "./keys-on-disk.ts";
import { type ConvoyLedger, openConvoyLedger } from "./ledger.ts";
import { openTabs } from "./tabs.ts";
import { watchedServer } from "./watched-server.ts";
import { openWorkerProcess, type WorkerProcess } from "./worker-process.ts";

/** Two sites, two buses between them, four phones, and a server of two processes. */
export type Convoy = {
  readonly server: TestServer;
  readonly slugs: readonly [string, string];
  readonly trips: readonly [string, string];
  readonly travellers: readonly Traveller[];
  readonly processes: readonly [WorkerProcess, WorkerProcess];
  readonly ledger: ConvoyLedger;
  /** The roles that each account was given last, beside those of trips. */
  readonly roles: Map<string, readonly string[]>;
  /** What was let in where it should not have been. */
  readonly violations: string[];
  word(): string;
  close(): Promise<void>;
};

/** Somebody with a phone. */
export type Traveller = {
  readonly phone: Phone;
  readonly name: string;
  /** Roles which somebody gives and takes. */
  readonly changing: readonly string[];
  isOpen: boolean;
  open(): Promise<void>;
  kill(): Promise<void>;
  /** Opens so many more pages; on a phone with one page, that one anew. */
  openTabs(count: number): Promise<void>;
};

/** Milliseconds since 1970: the server's clock. */
export const now = Date.now();

const crew = (a: string, b: string) => [
  { part: "vera", roles: [`volunteer:${a}`], changing: [`volunteer:${a}`, `volunteer:${b}`, `lead:${b}`] },
  { part: "away", roles: [`lead:${a}`, `lead:${b}`], changing: [`lead:${b}`, `volunteer:${b}`, `lead:${a}`] },
  { part: "pilot", roles: ["driver"], changing: ["driver", `volunteer:${b}`, `volunteer:${a}`] },
  { part: "lead", roles: [`lead:${a}`, `lead:${b}`], changing: [] },
];

export const openConvoy = async (server: TestServer): Promise<Convoy> => {
  const [a, b] = (await takeSites(server)) as [string, string];
  const roles = new Map<string, readonly string[]>();
  const violations: string[] = [];
  const browser = fakeTabs(() => 0);
  await putSites(server, [a, b]);
  const travellers: Traveller[] = [];
  for (const [place, { part, roles: own, changing }] of crew(a, b).entries()) {
    const name = `${a}-${part}`;
    roles.set(name, own);
    await server.addAccount(name, own);
    const phone = await openPhone({
      server: watchedServer(
        server,
        () => roles.get(name) ?? [],
        (violation) => violations.push(violation),
      ),
      name,
      roles: own,
      device: `${part}000000`.slice(0, 8),
      ...(place === 0 && { keys: await keysOnDisk() }),
    });
    travellers.push(
      place === 0 ? withTabs(phone, name, changing, openTabs(browser, phone)) : withPage(phone, name, changing),
    );
  }
  const kept = new Map<string, string>();
  const process = () => openWorkerProcess({ couch: server.couch, now: () => now, kept });
  let words = 0;
  const trips = [`trip:${a}x`, `trip:${b}x`] as const;
  return {
    server,
    slugs: [a, b],
    trips,
    travellers,
    processes: [process(), process()],
    ledger: openConvoyLedger(),
    roles,
    violations,
    word: () => {
      words += 1;
      return `w${words}`;
    },
    close: async () => {
      for (const traveller of travellers) await traveller.kill();
      for (const trip of trips) await server.remove(trip.replace(":", "-"));
      await giveSitesBack(server, [a, b]);
    },
  };
};

const withPage = (phone: Phone, name: string, changing: readonly string[]): Traveller => {
  const traveller: Traveller = {
    phone,
    name,
    changing,
    isOpen: false,
    open: async () => {
      if (!traveller.isOpen) await phone.open();
      traveller.isOpen = true;
    },
    kill: async () => {
      if (traveller.isOpen) await phone.crash();
      traveller.isOpen = false;
    },
    openTabs: async () => {
      await traveller.kill();
      await traveller.open();
    },
  };
  return traveller;
};

const withTabs = (
  phone: Phone,
  name: string,
  changing: readonly string[],
  tabs: ReturnType<typeof openTabs>,
): Traveller => {
  const traveller: Traveller = {
    phone,
    name,
    changing,
    isOpen: false,
    open: async () => {
      if (!traveller.isOpen) await tabs.open(1);
      traveller.isOpen = true;
    },
    kill: async () => {
      await tabs.kill();
      traveller.isOpen = false;
    },
    openTabs: async (count) => {
      await tabs.open(count);
      traveller.isOpen = true;
    },
  };
  return traveller;
};

/** In the directory, so that the workers know of them. */
const putSites = async ({ couch }: TestServer, slugs: readonly string[]): Promise<void> => {
  const author = { by: "admin", device: "admin0", at: "2026-11-24T07:00:00.000Z" };
  for (const slug of slugs) {
    const content = { site: slug, name: slug, type: "reception_point", protected: false, status: "open" };
    const site = firstVersion(kinds.site, `site:${slug}`, content, author);
    await couch.put(`directory/${encodeURIComponent(site._id)}`, site);
  }
};

/** The sites of which somebody has a record open that lies there still. */
export const homeOf = ({ phone }: Traveller, slugs: readonly string[], id: string): string | undefined =>
  slugs.find((slug) => liveIn(phone, siteDatabase(slug), id));

export const liveIn = (phone: Phone, database: string, id: string): Document | undefined => {
  const document = phone.store.rows(database).get(id)?.document;
  return document && !("erased" in document) ? document : undefined;
};
