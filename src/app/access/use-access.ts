import { useCallback, useEffect, useState } from "react";
import type { Locked } from "../../device/keyring/open-keyring.ts";
import { mayHavePasskey } from "../../device/keyring/passkey.ts";
import { err, ok, type Result } from "../../domain/model/result.ts";
import type { Account } from "../../sync/connection/account.ts";
import type { Server } from "../../sync/connection/server.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { applyRemoteCommands } from "./remote-commands.ts";
import {
  type AccessAttempt,
  type AccessError,
  rememberUser,
  signInOrUnlock,
  type Unexpected,
  unlock,
  unlockByPasskey,
} from "./sign-in-or-unlock.ts";
import type { UnlockedUser } from "./unlocked-user.ts";

/** Who stands before the phone. */
export type AccessState =
  | { readonly state: "unknown" }
  | { readonly state: "nobody" }
  | { readonly state: "locked"; readonly last: Locked }
  | { readonly state: "open"; readonly user: UnlockedUser; readonly passkey?: PasskeyOffer };

/** Made where somebody has signed in for the first time here, on a phone that can ask for a fingerprint: it knows the passphrase until it is answered. */
export type PasskeyOffer = {
  readonly add: () => Promise<Result<void, AccessError>>;
  readonly answered: () => void;
};

type Opening = (phone: OpenPhone) => Promise<Result<UnlockedUser, AccessError>>;

export type AccessActions = {
  readonly signInOrUnlock: (entering: AccessAttempt) => Promise<Result<void, AccessError>>;
  /** With the passphrase, or with the fingerprint where none is given. */
  readonly unlock: (holder: string, passphrase?: string) => Promise<Result<void, AccessError>>;
  /** In a way that only its own page knows: by a code from the volunteer's lead. */
  readonly enterBy: (opening: Opening) => Promise<Result<void, AccessError>>;
  /** Another account wants to sign in; the one before stays locked. */
  readonly switchUser: () => void;
  /** The server gave this account a session again. */
  readonly renewed: (account: Account, password: string) => Promise<void>;
  readonly refreshed: (account: Account) => void;
};

export const useAccess = (phone: OpenPhone, server: Server): readonly [AccessState, AccessActions] => {
  const [who, setWho] = useState<AccessState>({ state: "unknown" });
  const [failure, setFailure] = useState<unknown>();

  useEffect(() => {
    const show = (last: Locked | undefined) => setWho(last ? { state: "locked", last } : { state: "nobody" });
    phone.keyring.last().then(show, setFailure);
    void applyRemoteCommands(phone, server).then((isWiped) => isWiped && location.replace("/"));
  }, [phone, server]);

  const letIn = useCallback(
    (user: UnlockedUser) => {
      phone.markers.signedOut.set(false);
      setWho({ state: "open", user });
    },
    [phone],
  );
  const through = useCallback(
    async <E extends AccessError>(
      opened: Promise<Result<UnlockedUser, E>>,
      welcome: (user: UnlockedUser) => void | Promise<void>,
    ): Promise<Result<void, E | Unexpected>> => {
      // Orders are asked for while the key is derived; whose phone was reported lost does not see it open.
      const orders = Promise.race([applyRemoteCommands(phone, server), late(false)]);
      const result = await opened.catch(unexpected);
      if (await orders) location.replace("/");
      else if (!result.ok) return result;
      else await welcome(result.value);
      return ok(undefined);
    },
    [phone, server],
  );
  const answered = () => setWho((now) => (now.state === "open" ? { state: "open", user: now.user } : now));
  const signInHere = async (entering: AccessAttempt) => {
    const isKnown = (await phone.keyring.find(entering.name).catch(() => undefined)) !== undefined;
    const letInWithOffer = async (user: UnlockedUser) => {
      const asks = !isKnown && (await Promise.race([mayHavePasskey().catch(() => false), late(false)]));
      letIn(user);
      if (!asks) return;
      const add = () => phone.keyring.addPasskey(user.keys.holder, entering.passphrase).catch(unexpected);
      setWho({ state: "open", user, passkey: { add, answered } });
    };
    return through(signInOrUnlock(phone, server, entering), letInWithOffer);
  };

  if (failure) throw failure;
  const change = (account: Account) =>
    setWho((now) => (now.state === "open" ? { ...now, user: { ...now.user, account } } : now));
  return [
    who,
    {
      signInOrUnlock: signInHere,
      unlock: (holder, passphrase) =>
        passphrase === undefined
          ? through(unlockByPasskey(phone, holder), letIn)
          : through<AccessError>(unlock(phone, holder, passphrase), letIn),
      enterBy: (opening) => through(opening(phone), letIn),
      switchUser: () => setWho({ state: "nobody" }),
      renewed: async (account, password) => {
        if (who.state !== "open") return;
        const user = { ...who.user, account, credential: { name: account.name, password } };
        await rememberUser(user);
        setWho({ state: "open", user });
      },
      refreshed: change,
    },
  ];
};

const unexpected = () => err<Unexpected>({ type: "Unexpected" });

/** Milliseconds that the server has to give its orders; after them the phone opens without an answer. */
const patience = 1_500;
const late = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), patience));
