import type { Outbox } from "../../device/outbox/open-outbox.ts";
import type { Passport } from "../../device/outbox/seal-write.ts";
import type { Locker } from "../../device/private-store/open-private-store.ts";
import type { Account } from "../../sync/connection/account.ts";
import type { Server } from "../../sync/connection/server.ts";
import { keepCopies } from "../../sync/outbox/outbox-mirror.ts";
import { handIn } from "../../sync/phones/register-phone.ts";

type Options = {
  readonly outbox: Outbox;
  /** This person's name in stamps. */
  readonly device: string;
  readonly locker: Locker;
  /** Asks the server for a passport that has a key for each database of the account. */
  readonly introduce: (server: Server, account: Account) => Promise<Passport | undefined>;
};

/** Sealed copies of what one person has not sent, and what is said to the server about them at each contact. */
export const openCopies = ({ outbox, device, locker, introduce }: Options) => {
  const copies = keepCopies(outbox, device);
  const kept = locker.settings.get<Passport>("passport");
  let passport: Passport | undefined;
  /** The server may have been put back with other keys, so each visit asks once. */
  let isFresh = false;
  const isEnough = ({ databases }: Account) =>
    isFresh && databases.every((database) => passport?.keys[database] !== undefined);
  return {
    ...copies,
    /** With the passport of the last visit, once the store is followed. */
    begin: async (): Promise<void> => {
      passport = await kept;
      if (passport?.device === device) void copies.sealWith(passport);
    },
    speak: async (server: Server, account: Account): Promise<void> => {
      const fresh = isEnough(account) ? undefined : await introduce(server, account);
      if (fresh) {
        isFresh = true;
        passport = fresh;
        await copies.sealWith(fresh);
      }
      await handIn(server, outbox, device);
    },
  };
};
