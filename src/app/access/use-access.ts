import { useCallback, useEffect, useState } from "react";
import type { Locked } from "../../device/keyring/open-keyring.ts";
import { ok, type Result } from "../../domain/model/result.ts";
import type { Account } from "../../sync/connection/account.ts";
import type { Server } from "../../sync/connection/server.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { heedOrders } from "./remote-commands.ts";
import {
  type EnterError,
  type Entering,
  enter,
  enterByCode,
  leave,
  type Person,
  unlock,
  unlockByPasskey,
} from "./sign-in-or-unlock.ts";

/** Who stands before the phone. */
export type WhoIsHere =
  | { readonly state: "unknown" }
  | { readonly state: "nobody" }
  | { readonly state: "locked"; readonly last: Locked }
  | { readonly state: "open"; readonly person: Person };

export type Doors = {
  readonly enter: (entering: Entering) => Promise<Result<void, EnterError>>;
  /** With the passphrase, or with the fingerprint where none is given. */
  readonly unlock: (holder: string, passphrase?: string) => Promise<Result<void, EnterError>>;
  /** With a code from whoever leads them, and a new passphrase. */
  readonly reset: (code: string, passphrase: string) => Promise<Result<void, EnterError>>;
  /** Somebody else wants to sign in; the one before stays as they are, locked. */
  readonly makeRoom: () => void;
  /** The server gave this account a session again. */
  readonly renewed: (account: Account, password: string) => Promise<void>;
  readonly refreshed: (account: Account) => void;
};

export const usePerson = (phone: OpenPhone, server: Server): readonly [WhoIsHere, Doors] => {
  const [who, setWho] = useState<WhoIsHere>({ state: "unknown" });
  const [failure, setFailure] = useState<unknown>();

  useEffect(() => {
    const show = (last: Locked | undefined) => setWho(last ? { state: "locked", last } : { state: "nobody" });
    phone.keyring.last().then(show, setFailure);
    void heedOrders(phone, server).then((isWiped) => isWiped && location.replace("/"));
  }, [phone, server]);

  const letIn = useCallback(
    (person: Person) => {
      phone.markers.signedOut.set(false);
      setWho({ state: "open", person });
    },
    [phone],
  );
  const through = useCallback(
    async <E extends EnterError>(opened: Promise<Result<Person, E>>): Promise<Result<void, E>> => {
      // Orders are asked for while the key is derived; whose phone was reported lost does not see it open.
      const orders = Promise.race([heedOrders(phone, server), late(false)]);
      const result = await opened;
      if (await orders) location.replace("/");
      else if (!result.ok) return result;
      else letIn(result.value);
      return ok(undefined);
    },
    [letIn, phone, server],
  );

  if (failure) throw failure;
  const change = (account: Account) =>
    setWho((now) => (now.state === "open" ? { ...now, person: { ...now.person, account } } : now));
  return [
    who,
    {
      enter: (entering) => through(enter(phone, server, entering)),
      unlock: (holder, passphrase) =>
        passphrase === undefined
          ? through(unlockByPasskey(phone, holder))
          : through<EnterError>(unlock(phone, holder, passphrase)),
      reset: (code, passphrase) => through<EnterError>(enterByCode(phone, code, passphrase)),
      makeRoom: () => setWho({ state: "nobody" }),
      renewed: async (account, password) => {
        if (who.state !== "open") return;
        const person = { ...who.person, account, credential: { name: account.name, password } };
        await leave(person);
        setWho({ state: "open", person });
      },
      refreshed: change,
    },
  ];
};

/** Milliseconds that the server has to give its orders; a network that does not answer keeps nobody out. */
const patience = 1_500;
const late = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), patience));
