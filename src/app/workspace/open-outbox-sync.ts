import type { UnlockedKeys } from "../../device/keyring/unlocked-keys.ts";
import type { Outbox } from "../../device/outbox/open-outbox.ts";
import { sealNote } from "../../device/outbox/seal-note.ts";
import type { SealingCredentials } from "../../device/outbox/seal-write.ts";
import type { PrivateStore } from "../../device/private-store/open-private-store.ts";
import { anyDatabase } from "../../domain/exchange/sealed-write.ts";
import type { NoteContent, SealedFor } from "../../domain/walls/note-content.ts";
import type { Account } from "../../sync/connection/account.ts";
import type { Server } from "../../sync/connection/server.ts";
import { openOutboxMirror } from "../../sync/outbox/outbox-mirror.ts";
import { circumstancesOf } from "../../sync/outbox/unreadable-items.ts";
import { submitOutbox } from "../../sync/phones/register-phone.ts";

type Options = {
  readonly outbox: Outbox;
  /** This person's name in stamps. */
  readonly device: string;
  readonly keys: UnlockedKeys;
  readonly privateStore: PrivateStore;
  /** Asks the server for a passport that has a key for each database of the account. */
  readonly requestCredentials: (server: Server, account: Account) => Promise<SealingCredentials | undefined>;
};

/** Sealed copies of what one person has not sent, and what is said to the server about them at each contact. */
export const openOutboxSync = ({ outbox, device, keys, privateStore, requestCredentials }: Options) => {
  const mirror = openOutboxMirror(outbox, device, keys);
  let sealingCredentials: SealingCredentials | undefined;
  /** The server may have been put back with other keys, so each visit asks once. */
  let isFresh = false;
  const isEnough = ({ databases }: Account) =>
    isFresh && [...databases, anyDatabase].every((database) => sealingCredentials?.keys[database] !== undefined);
  return {
    ...mirror,
    /** Seals what nobody on this phone may read any more; nothing where the server's key for it is not here yet. */
    sealNote: async (content: NoteContent, to: SealedFor): Promise<string | undefined> =>
      sealingCredentials && sealNote(sealingCredentials, content, to),
    /** With the passport of the last visit, once the store is followed. */
    start: async (): Promise<void> => {
      await mirror.written(); // compared with the store as it was opened, before anything is received
      sealingCredentials = await privateStore.settings.get<SealingCredentials>("passport");
      if (sealingCredentials?.device === device) void mirror.sealWith(sealingCredentials);
    },
    /** Answers those of the databases that a right has `closed` of which nothing is only on this phone any more. */
    syncOutbox: async (
      server: Server,
      account: Account,
      closed: readonly string[] = [],
    ): Promise<readonly string[]> => {
      const fresh = isEnough(account) ? undefined : await requestCredentials(server, account);
      if (fresh) {
        isFresh = true;
        sealingCredentials = fresh;
        await mirror.sealWith(fresh);
      }
      await mirror.catchUp();
      const stranded = mirror.stranded();
      const rights = [...account.roles].sort();
      const keys = Object.entries(sealingCredentials?.keys ?? {}).sort();
      // Each build of the app has another address.
      const circumstances = await circumstancesOf([device, rights, keys, import.meta.url]);
      await submitOutbox(server, outbox, device, { stranded, circumstances });
      if (stranded.length > 0) await mirror.catchUp();
      const freed: string[] = [];
      for (const database of closed) {
        const submit = (copies: readonly string[]) =>
          submitOutbox(server, outbox, device, { stranded: copies, circumstances });
        if (await mirror.handOver(database, submit)) freed.push(database);
      }
      return freed;
    },
  };
};
