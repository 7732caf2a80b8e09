import { leaseIn } from "../../device/lease.ts";
import { useSession } from "../../session/use-session.ts";
import type { Server } from "../../sync/connection/server.ts";
import { askForOrders, type Papered } from "../../sync/phones/remote-commands.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { endSession, wipe } from "./wipe.ts";

type Listening = Pick<OpenPhone, "device" | "keyring" | "markers" | "clock">;

/** Remembers how one person's place on this phone asks about itself; in clear, for it is asked while the phone is locked, too. */
export const keepPapers = ({ device }: Listening, holder: string, papers: Papered): Promise<void> =>
  device.settings.set(`papers:${holder}`, papers);

/**
 * Asks the server about everybody who works with this phone, and does what it says: the keys of whose phone was reported lost go, the
 * others may read on for a while. True if the keys of one went.
 */
export const heedOrders = async (phone: Listening, server: Server): Promise<boolean> => {
  const all = [...(await phone.device.settings.under<Papered>("papers:"))];
  const heeded = await Promise.all(all.map(([holder, papers]) => heed(phone, server, holder, papers)));
  const { phone: now, reportPhone } = useSession.getState();
  reportPhone({ orders: now.orders + 1 });
  return heeded.includes(true);
};

const heed = async (phone: Listening, server: Server, holder: string, papers: Papered): Promise<boolean> => {
  const answer = await askForOrders(server, papers);
  if (!answer.ok) return false;
  if (answer.value.order === "wipe") {
    await phone.device.settings.remove(`papers:${holder}`);
    await wipe(phone, [holder]);
    await endSession(phone, server);
    return true;
  }
  await leaseIn(phone.device.settings, holder).heard(answer.value.leaseUntil, phone.clock.now());
  return false;
};
