import { deviceId } from "../../device/device-id.ts";
import { isInClear } from "../../device/keyring/names-on-disk.ts";
import { checkpointsIn, endingIn, inDoubtIn, restoredIn } from "../../device/private-store/checkpoints.ts";
import { lastContactIn } from "../../device/private-store/last-contact.ts";
import type { NumberReserve } from "../../device/private-store/number-reserve.ts";
import { storedCredentialIn } from "../../device/private-store/stored-credential.ts";
import { openAgain } from "../../device/storage/open-again.ts";
import type { Author } from "../../domain/merge/next-version.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import { newId } from "../../domain/model/new-id.ts";
import { openActs } from "../../live/acts/acts.ts";
import { numberingWriter } from "../../live/cards/numbering-writer.ts";
import { openPeopleIndex } from "../../live/intake/people-index.ts";
import type { Live } from "../../live/live-context.tsx";
import { openRecords } from "../../live/records.ts";
import { notingWriter } from "../../live/safeguarding/noting-writer.ts";
import { wallingWriter } from "../../live/walls/walling-writer.ts";
import { useSession } from "../../session/use-session.ts";
import { openStore } from "../../store/open-store.ts";
import { sealedStorage } from "../../store/sealed-storage.ts";
import { strictStorage } from "../../store/strict-storage.ts";
import type { Account } from "../../sync/connection/account.ts";
import { renewingServer } from "../../sync/connection/renewing-server.ts";
import type { Server } from "../../sync/connection/server.ts";
import { startSync } from "../../sync/engine.ts";
import { keepSessionProof } from "../access/keep-session-proof.ts";
import { registerPhone } from "../access/register-phone.ts";
import { applyRemoteCommands } from "../access/remote-commands.ts";
import { sendPendingPassword } from "../access/send-pending-password.ts";
import type { UnlockedUser } from "../access/unlocked-user.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { followedDatabases, readableDatabases } from "./followed-databases.ts";
import { type FollowedSites, openFollowedSites } from "./followed-sites.ts";
import { openOutboxSync } from "./open-outbox-sync.ts";
import { aFrame, aMoment, debounced, isHidden, restFor, throttled, wakeOnEvents } from "./pace.ts";
import { restoreEvicted } from "./restore-evicted.ts";
import { retryingWriter } from "./retrying-writer.ts";

/** Everything that is open while one person has unlocked this device. */
export type Workspace = {
  readonly live: Omit<Live, "databases" | "roles">;
  /** The sites that a coordinator follows on this phone. */
  readonly followed: FollowedSites;
  /** A round of sync now. */
  wake(): void;
  /** Waits for news of the site that the session shows. */
  listenAgain(): void;
  /** How many documents only this device has. */
  unsent(): number;
  close(): Promise<void>;
};

/** Opens the store of one person, reads it into memory and keeps it in sync. Each person on a phone has a store of their own. */
export const openWorkspace = async (
  { phone, server, user }: { readonly phone: OpenPhone; readonly server: Server; readonly user: UnlockedUser },
  onAccount: (account: Account) => void,
): Promise<Workspace> => {
  const { device, outbox, storageGuard, clock, markers } = phone;
  const { report, reportPhone } = useSession.getState();
  const { account, keys, privateStore } = user;
  const id = await deviceId(device.settings, keys.holder);
  const now = () => new Date(clock.now()).toISOString();
  const author = (): Author => ({ by: account.name, device: id, at: now() });
  const requestCredentials = (reached: Server, now: Account) =>
    registerPhone(phone, reached, { ...user, account: now }, id);
  let reserve: NumberReserve | undefined;
  const numbers = async (): Promise<NumberReserve> => {
    const { openNumberReserve } = await import("./refill-numbers.ts");
    reserve ??= openNumberReserve(privateStore.settings);
    return reserve;
  };
  const refillNumbers = throttled(600_000, async (reached: Server) =>
    (await import("./refill-numbers.ts")).refillNumbers(reached, await numbers(), id),
  );
  const outboxSync = openOutboxSync({ outbox, device: id, keys, privateStore, requestCredentials });
  const storage = sealedStorage(strictStorage(openAgain), keys, outboxSync.copy);
  const contacts = lastContactIn(privateStore);
  const here = { keys, privateStore, storeName: storeName(keys.holder) };
  await keys.restoreEvicted(); // another tab may have made or taken some
  if (await endingIn(privateStore).get()) await (await import("./end-rights.ts")).finishEnding(here);
  const [store, lastContact, followed] = await Promise.all([
    openStore({ name: here.storeName, storage, author }),
    contacts.last(),
    openFollowedSites(privateStore.settings),
    keepSessionProof(phone.proof, privateStore),
  ]);
  if (keys.entries().some(isInClear))
    await storageGuard.save(async () =>
      (await import("./take-over-older.ts")).takeOverOlder(`prystan-${keys.holder}`, store, keys),
    );
  const restoreWhatIsMissing = () =>
    restoreEvicted({ settings: device.settings, user, store, device: id }).catch(nextTime);
  const restoring = debounced(() => void restoreWhatIsMissing());
  const hasUnsent = (database: string) => store.unsent(database).length > 0;
  const records = openRecords(store, account.databases);
  const follows = (roles: readonly string[]) => followedDatabases(records, roles, followed.chosen(), hasUnsent);
  const people = openPeopleIndex(records, records.databases(), isHidden);
  const unfollow = outboxSync.follow(store);
  await outboxSync.start();
  const applyCommands = async () => {
    if (await applyRemoteCommands(phone, server)) location.replace("/");
  };
  const applyCommandsThrottled = throttled(20_000, applyCommands);
  const applyCommandsOnRefusal = throttled(3_000, applyCommands);
  /** What lies only in a copy is not sent either. */
  const mark = (unsent: number) =>
    markers.put({ device: id, unsent: unsent + outboxSync.stranded().length, at: now() });
  report({ lastContact });
  /** A backup knows older rights: what it has lost lies on phones, and nowhere else, until rights are given anew. */
  const isRestoredLately = async () => {
    const at = await restoredIn(privateStore).get();
    return at !== undefined && clock.now() - Date.parse(at) < untilRightsAreGivenAnew;
  };
  const endRightsThat = async (reached: Server, now: Account) => {
    const readable = readableDatabases(records, now.roles);
    const closed = readable ? store.databases().filter((database) => !readable.has(database)) : [];
    const freed = await outboxSync.syncOutbox(reached, now, closed);
    if (freed.length === 0 || (await isRestoredLately())) return;
    const { endRights } = await import("./end-rights.ts");
    for (const database of await endRights(here, freed, outboxSync.isHandedOver)) {
      people.forget(database);
      store.forget(database);
      records.forget(database);
      outboxSync.forgetRows(database);
    }
  };
  const sync = startSync({
    server: renewingServer(server, account.name, storedCredentialIn(privateStore).read),
    store,
    account,
    follows,
    first: () => {
      const { site } = useSession.getState();
      return site === undefined ? undefined : siteDatabase(site);
    },
    onAccount,
    onRestored: () => void restoredIn(privateStore).set(now()).catch(nextTime),
    checkpoints: checkpointsIn(privateStore),
    unanswered: inDoubtIn(privateStore),
    report: (status) => {
      report(status);
      if (status.lastContact) contacts.heard(status.lastContact);
      if (status.unsent !== undefined) mark(status.unsent);
      if (status.state === "upToDate") void storageGuard.prepare();
      if (status.state === "upToDate") void storage.tidy();
      if (status.state === "signInNeeded") void applyCommandsOnRefusal(); // the account may have ended
      restoring.ask();
    },
    afterRound: async (...round) => {
      await sendPendingPassword(server, privateStore);
      await endRightsThat(...round).catch(nextTime);
      await refillNumbers(round[0]).catch(nextTime);
      await applyCommandsThrottled();
    },
    storageGuard,
    clock: {
      setTimeout: (call, wait) => window.setTimeout(call, wait),
      clearTimeout: (timer) => window.clearTimeout(timer),
    },
    random: Math.random,
    isHidden,
    untilShown: () => restFor(aMoment),
    untilDrawn: () => restFor(aFrame),
    now,
  });
  const stopWaking = wakeOnEvents(sync.wake);
  const { sealNote } = outboxSync;
  const makeId = <K extends string>(prefix: K) => newId(prefix, clock.now(), randomBytes());
  const careful = retryingWriter(store, storageGuard, (isSaving) => reportPhone({ isSaving }));
  const walling = wallingWriter(notingWriter(careful, records, now), records, { sealNote, author, newId: makeId });
  const takeNumbers = async (count: number, least?: number) => (await numbers()).take(count, least);
  return {
    live: {
      records,
      people,
      writer: numberingWriter(walling, records, takeNumbers),
      takeNumbers,
      sealNote,
      author,
      newId: makeId,
      acts: openActs(),
      wake: sync.wake,
    },
    followed: {
      ...followed,
      choose: async (sites) => {
        await followed.choose(sites);
        sync.wake();
      },
    },
    wake: sync.wake,
    listenAgain: sync.listenAgain,
    unsent: () => useSession.getState().sync.unsent,
    close: async () => {
      stopWaking();
      await sync.stop();
      restoring.close();
      await restoreWhatIsMissing();
      await outboxSync.written();
      unfollow();
      people.close();
      records.close();
      await store.close();
    },
  };
};

/** Milliseconds: two weeks, as long as `docs/operating.md` counts on phones to bring back what a backup lacks. */
const untilRightsAreGivenAnew = 14 * 86_400_000;
/** Without the last part it was the store of apps that wrote ids in clear. */
const storeName = (holder: string): string => `prystan-${holder}-2`;
const nextTime = () => {};
const randomBytes = () => crypto.getRandomValues(new Uint8Array(16));
