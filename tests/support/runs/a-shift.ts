import { type DiskPhone, openDiskPhone, openPhone, type Phone } from "../browser/chromium.ts";
import { signIn } from "../browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../server/a-server.ts";
import { type FaultProxy, openFaultProxy } from "../server/fault-proxy.ts";

/** A server, the bad network before it, and the phones that somebody works with. */
export type Shift = {
  /** The server that the network leads to now. */
  readonly server: TestServer;
  readonly proxy: FaultProxy;
  /** Opens a new phone on the bad network; nobody is signed in. */
  emptyPhone(): Promise<Phone>;
  /** Opens one more phone on the bad network, with an account signed in. */
  phone(account: string): Promise<Phone>;
  /** A phone whose profile lies on the disk; nobody is signed in. */
  emptyDiskPhone(): Promise<DiskPhone>;
  diskPhone(account: string): Promise<DiskPhone>;
  /** Opens a phone again after it was closed or died. */
  again(phone: DiskPhone, options?: { readonly offline?: boolean }): Promise<DiskPhone>;
  /** What the server holds of a database. */
  stored(database?: string): Promise<readonly Stored[]>;
  /** The server stops, and the network leads to another one from now on. */
  moveTo(start: () => Promise<TestServer>): Promise<void>;
  /** Throws a phone away, with everything on it. */
  forget(phone: Phone): Promise<void>;
  end(): Promise<void>;
};

export type Stored = { readonly _id: string; readonly kind: string; readonly [field: string]: unknown };

type Rows = { readonly rows: readonly { readonly doc: Stored }[] };

export const aShift = async (first: () => Promise<TestServer> = aServer): Promise<Shift> => {
  let server = await first();
  const proxy = await openFaultProxy(server.address);
  const phones = new Map<string, Phone>();
  const keep = <P extends Phone>(phone: P): P => {
    phones.set(phone.profile, phone);
    return phone;
  };
  const emptyPhone = async () => keep(await openPhone({ baseURL: proxy.address }));
  const emptyDiskPhone = async () => keep(await openDiskPhone({ baseURL: proxy.address }));
  const signedIn = async <P extends Phone>(phone: P, account: string): Promise<P> => {
    await signIn(phone.page, account);
    return phone;
  };
  return {
    get server() {
      return server;
    },
    proxy,
    emptyPhone,
    phone: async (account) => signedIn(await emptyPhone(), account),
    emptyDiskPhone,
    diskPhone: async (account) => signedIn(await emptyDiskPhone(), account),
    again: async ({ profile }, options) => keep(await openDiskPhone({ profile, baseURL: proxy.address, ...options })),
    stored: async (database = "site-medyka") => {
      const { rows } = await server.couch<Rows>(`${database}/_all_docs?include_docs=true`);
      return rows.flatMap(({ doc }) => (doc._id.startsWith("_design/") ? [] : [doc]));
    },
    moveTo: async (start) => {
      await server.stop();
      server = await start();
      proxy.target = server.address;
    },
    forget: async (phone) => {
      phones.delete(phone.profile);
      await phone.throwAway();
    },
    end: async () => {
      for (const phone of phones.values()) await phone.throwAway();
      await proxy.stop();
      await server.stop();
    },
  };
};
