import { catchUp } from "../../../server/workers/catch-up.ts";
import { mergeConflictLeaves } from "../../../server/workers/merge-conflict-leaves.ts";
import { siteDatabase } from "../../../src/domain/model/databases.ts";
import type { Engine } from "./engine.ts";
import { type Ledger, openLedger } from "./invariants/ledger.ts";
import { type Build, openPhone, type Phone } from "./phone.ts";
import { giveSitesBack, takeSites } from "./sites.ts";
import type { TestServer } from "./test-server.ts";

/** Two sites with their phones on one server, and what their people were told is saved. */
export type Fleet = {
  readonly server: TestServer;
  readonly members: readonly Member[];
  readonly databases: readonly string[];
  readonly ledger: Ledger;
  /** A text that was never used before. */
  word(): string;
  /** The server's worker merges conflict leaves. */
  work(): Promise<void>;
  close(): Promise<void>;
};

/** A phone, and the site whose people it registers. */
export type Member = { readonly phone: Phone; readonly slug: string; readonly database: string };

/** What the phones have on them, where it is not the present app. */
export type Outfit = {
  /** The versions of the app that the phones of a site have, in turn. */
  readonly builds?: readonly Build[] | undefined;
  readonly engine?: Engine | undefined;
};

let fleets = 0;

export const openFleet = async (
  server: TestServer,
  sizes: readonly [number, number],
  { builds = [], engine }: Outfit = {},
): Promise<Fleet> => {
  fleets += 1;
  const number = fleets;
  const slugs = await takeSites(server);
  const databases = slugs.map(siteDatabase);
  const members = await Promise.all(
    slugs.flatMap((slug, place) =>
      Array.from({ length: sizes[place] ?? 0 }, (_, which) =>
        aMember(server, slug, `${slug}-${number}-${which}`, { build: builds[which % builds.length], engine }),
      ),
    ),
  );
  const merged = new Map<string, string>();
  let words = 0;
  return {
    server,
    members,
    databases,
    ledger: openLedger(),
    word: () => {
      words += 1;
      return `w${words}`;
    },
    work: async () => {
      for (const database of databases)
        merged.set(database, await catchUp(server.couch, database, merged.get(database) ?? "0", mergeConflictLeaves));
    },
    close: async () => {
      await Promise.all(members.map(({ phone }) => phone.close()));
      await giveSitesBack(server, slugs);
    },
  };
};

type Equipment = { readonly build: Build | undefined; readonly engine: Engine | undefined };

const aMember = async (
  server: TestServer,
  slug: string,
  name: string,
  { build, engine }: Equipment,
): Promise<Member> => {
  const roles = [`volunteer:${slug}`];
  await server.addAccount(name, roles);
  const phone = await openPhone({ server, name, roles, ...(build && { build }), ...(engine && { engine }) });
  await phone.signIn();
  await phone.open();
  return { phone, slug, database: siteDatabase(slug) };
};
