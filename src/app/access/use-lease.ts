import { useEffect, useState } from "react";
import { leaseIn } from "../../device/lease.ts";
import { useSession } from "../../session/use-session.ts";
import type { OpenPhone } from "../start/open-phone.ts";

/** Milliseconds between two looks at the clock. */
const interval = 30_000;

/** Whether this person may read what is on the phone; nothing until that is known. Looked at anew at each contact with the server. */
export const useLease = ({ device, clock }: OpenPhone, holder: string): boolean | undefined => {
  const [mayRead, setMayRead] = useState<boolean>();
  const orders = useSession((session) => session.phone.commandChecks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: orders may have brought a new lease, or ended it
  useEffect(() => {
    const lease = leaseIn(device.settings, holder);
    const look = () => void lease.isOver(clock.now()).then((isOver) => setMayRead(!isOver));
    look();
    const timer = window.setInterval(look, interval);
    return () => window.clearInterval(timer);
  }, [device, clock, holder, orders]);
  return mayRead;
};
