import { deviceId } from "../../device/device-id.ts";
import { checkpointsIn } from "../../device/private-store/checkpoints.ts";
import { contactsIn } from "../../device/private-store/last-contact.ts";
import { credentialIn } from "../../device/private-store/stored-credential.ts";
import type { Author } from "../../domain/merge/next-version.ts";
import { newId } from "../../domain/model/new-id.ts";
import { openPeopleIndex } from "../../live/intake/people-index.ts";
import type { Live } from "../../live/live-context.tsx";
import { openRecords } from "../../live/records.ts";
import { useSession } from "../../session/use-session.ts";
import { openStore } from "../../store/open-store.ts";
import { sealedStorage } from "../../store/sealed-storage.ts";
import { strictStorage } from "../../store/strict-storage.ts";
import type { Account } from "../../sync/connection/account.ts";
import { renewing } from "../../sync/connection/renewing-server.ts";
import type { Server } from "../../sync/connection/server.ts";
import { startSync } from "../../sync/engine.ts";
import { keepProof } from "../access/keep-session-proof.ts";
import { introducePhone } from "../access/register-phone.ts";
import { heedOrders } from "../access/remote-commands.ts";
import { tellNextPassword } from "../access/send-pending-password.ts";
import type { Person } from "../access/sign-in-or-unlock.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { openCopies } from "./open-outbox-sync.ts";
import { putBack } from "./restore-evicted.ts";
import { carefulWriter } from "./retrying-writer.ts";

/** Everything that is open while one person has unlocked this device. */
export type Workspace = {
  readonly live: Omit<Live, "databases" | "roles">;
  /** A round of sync now. */
  wake(): void;
  /** How many documents only this device has. */
  unsent(): number;
  close(): Promise<void>;
};

/** Opens the store of one person, reads it into memory and keeps it in sync. Each person on a phone has a store of their own. */
export const openWorkspace = async (
  { phone, server, person }: { readonly phone: OpenPhone; readonly server: Server; readonly person: Person },
  onAccount: (account: Account) => void,
): Promise<Workspace> => {
  const { device, outbox, room, clock, markers } = phone;
  const { report, reportPhone } = useSession.getState();
  const { account, keys, locker } = person;
  const id = await deviceId(device.settings, keys.holder);
  const now = () => new Date(clock.now()).toISOString();
  const author = (): Author => ({ by: account.name, device: id, at: now() });
  const introduce = (reached: Server, now: Account) => introducePhone(phone, reached, { ...person, account: now });
  const copies = openCopies({ outbox, device: id, locker, introduce });
  const storage = sealedStorage(strictStorage(), keys, copies.copy);
  const contacts = contactsIn(locker);
  const [store, lastContact] = await Promise.all([
    openStore({ name: `prystan-${keys.holder}`, storage, author }),
    contacts.last(),
    keepProof(phone.proof, locker),
  ]);
  const lookWhatIsGone = () => putBack({ settings: device.settings, person, store, device: id }).catch(nextTime);
  const looking = soon(() => void lookWhatIsGone());
  const records = openRecords(store, account.databases);
  const people = openPeopleIndex(records, account.databases, isHidden);
  const unfollow = copies.follow(store);
  await copies.begin();
  const heed = async () => {
    if (await heedOrders(phone, server)) location.replace("/");
  };
  const onOrders = everySo(20_000, heed);
  const onRefusal = everySo(3_000, heed);
  report({ lastContact });
  const sync = startSync({
    server: renewing(server, account.name, credentialIn(locker).read),
    store,
    account,
    onAccount,
    checkpoints: checkpointsIn(locker),
    report: (status) => {
      report(status);
      if (status.lastContact) contacts.heard(status.lastContact);
      if (status.unsent !== undefined) markers.put({ device: id, unsent: status.unsent, at: now() });
      if (status.state === "upToDate") void room.prepare();
      if (status.state === "signInNeeded") void onRefusal(); // the account may have ended
      looking.ask();
    },
    afterRound: async (...round) => {
      await tellNextPassword(server, locker);
      await copies.speak(...round);
      await onOrders();
    },
    room,
    clock: {
      setTimeout: (call, wait) => window.setTimeout(call, wait),
      clearTimeout: (timer) => window.clearTimeout(timer),
    },
    random: Math.random,
    isHidden,
    untilShown: async () => {
      if (!isHidden()) await new Promise((resolve) => setTimeout(resolve, aMoment));
    },
    now,
  });
  const stopWaking = wakeOnEvents(sync.wake);
  return {
    live: {
      records,
      people,
      writer: carefulWriter(store, room, (isSaving) => reportPhone({ isSaving })),
      author,
      newId: (prefix) => newId(prefix, clock.now(), randomBytes()),
    },
    wake: sync.wake,
    unsent: () => useSession.getState().sync.unsent,
    close: async () => {
      stopWaking();
      await sync.stop();
      looking.close();
      await lookWhatIsGone();
      await copies.written();
      unfollow();
      people.close();
      records.close();
      await store.close();
    },
  };
};

const nextTime = () => {};
const isHidden = () => document.visibilityState === "hidden";
/** Milliseconds in which a page that somebody waits for is shown. */
const aMoment = 200;

/** Calls once, a moment later, however often it was asked to; a page that nobody sees arms no timers, and has nothing to wait for. */
const soon = (call: () => void) => {
  let timer: number | undefined;
  return {
    ask: () => {
      if (isHidden()) return call();
      timer ??= window.setTimeout(() => {
        timer = undefined;
        call();
      }, aMoment);
    },
    close: () => window.clearTimeout(timer),
  };
};

/** Work that is asked for often and done at most once in so many milliseconds. */
const everySo = (pause: number, work: () => Promise<void>): (() => Promise<void>) => {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - last < pause) return;
    last = performance.now();
    await work();
  };
};

const randomBytes = () => crypto.getRandomValues(new Uint8Array(16));

const wakeOnEvents = (wake: () => void): (() => void) => {
  const whenShown = () => document.visibilityState === "visible" && wake();
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", whenShown);
  return () => {
    window.removeEventListener("online", wake);
    window.removeEventListener("pageshow", wake);
    document.removeEventListener("visibilitychange", whenShown);
  };
};
