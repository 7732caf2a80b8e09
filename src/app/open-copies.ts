import type { Locker } from "../device/open-locker.ts";
import type { Outbox } from "../device/outbox/open-outbox.ts";
import type { Passport } from "../device/outbox/seal-write.ts";
import type { Store } from "../store/open-store.ts";
import type { Writer } from "../store/writer.ts";
import type { Account } from "../sync/account.ts";
import { handIn } from "../sync/contact.ts";
import { type Copies, keepCopies } from "../sync/copies.ts";
import type { Server } from "../sync/server.ts";

type Options = {
  readonly store: Store;
  readonly outbox: Outbox;
  /** This person's name in stamps. */
  readonly device: string;
  readonly locker: Locker;
  /** Asks the server for a passport that has a key for each database of the account. */
  readonly introduce: (server: Server, account: Account) => Promise<Passport | undefined>;
};

/** Sealed copies of what one person has not sent, and what is said to the server about them at each contact. */
export const openCopies = async ({ store, outbox, device, locker, introduce }: Options) => {
  const copies = await keepCopies({ store, outbox, device });
  let passport = await locker.settings.get<Passport>("passport");
  if (passport?.device === device) void copies.sealWith(passport);
  const isEnough = ({ databases }: Account) =>
    passport?.device === device && databases.every((database) => passport?.keys[database] !== undefined);
  return {
    ...copies,
    speak: async (server: Server, account: Account): Promise<void> => {
      const fresh = isEnough(account) ? undefined : await introduce(server, account);
      if (fresh) {
        passport = fresh;
        await copies.sealWith(fresh);
      }
      await handIn(server, outbox, device);
    },
  };
};

/** A writer that answers once what it wrote has its copy, too. */
export const copied = (writer: Writer, copies: Pick<Copies, "written">): Writer => {
  const withCopy = async <T>(write: Promise<T>): Promise<T> => {
    const answer = await write;
    await copies.written();
    return answer;
  };
  return {
    add: (database, drafts) => withCopy(writer.add(database, drafts)),
    change: (database, id, command) => withCopy(writer.change(database, id, command)),
    bringIn: (database, documents) => withCopy(writer.bringIn(database, documents)),
  };
};
