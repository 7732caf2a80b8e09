import { useState } from "react";
import type { Server } from "../../sync/connection/server.ts";
import { choosePassphrase, type EnrolError, type Enrolment } from "../access/enrolment.ts";
import { forgetTicket } from "../access/links.ts";
import type { AccessError } from "../access/sign-in-or-unlock.ts";
import type { AccessActions } from "../access/use-access.ts";
import { firstStepsAddress } from "./first-steps-address.ts";

/** Makes words the account's and opens the phone with them; it may be tried again with the same words. */
export const useBegin = (enrolment: Enrolment, server: Server, enter: AccessActions["signInOrUnlock"]) => {
  /** From here on the words may be the account's, whatever was answered. */
  const [hasBegun, setHasBegun] = useState(false);
  const [areChosen, setAreChosen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<EnrolError | AccessError>();

  const tryToBegin = async (passphrase: string): Promise<EnrolError | AccessError | undefined> => {
    const chosen = areChosen ? undefined : await choosePassphrase(server, enrolment, passphrase);
    const refused = chosen?.ok === false ? chosen.error : undefined;
    if (refused?.type === "NotReached") return refused;
    if (!refused) setAreChosen(true);
    forgetTicket();
    // A code that is over may have chosen these very words, and only the answer was lost: whom they let in has them.
    history.replaceState(null, "", firstStepsAddress);
    const entered = await enter({ name: enrolment.name, passphrase });
    if (entered.ok) return undefined;
    return refused && entered.error.type === "WrongNameOrPassphrase" ? refused : entered.error;
  };
  const begin = async (passphrase: string) => {
    setHasBegun(true);
    setBusy(true);
    setRefusal(undefined);
    setRefusal(await tryToBegin(passphrase));
    setBusy(false);
  };
  return { begin, hasBegun, busy, refusal };
};
