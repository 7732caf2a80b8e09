import { type ReactNode, useEffect, useState } from "react";
import type { Server } from "../../sync/connection/server.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { detectStorageLoss, type StorageLoss } from "./detect-storage-loss.ts";
import { StorageLossNotice } from "./storage-loss-notice.tsx";

/** What this phone has lost, until the volunteer confirms to have read it. */
export type KnownStorageLoss = {
  readonly devices: readonly string[];
  /** `onServer`: how many of the records made on this phone have come back. */
  notice(onServer?: number): ReactNode;
};

export const useStorageLoss = ({ device, markers }: OpenPhone, server: Server): KnownStorageLoss => {
  const [loss, setLoss] = useState<StorageLoss>();

  useEffect(() => {
    void detectStorageLoss(device.settings, markers, server).then(setLoss);
  }, [device, markers, server]);

  const understood = () => {
    for (const marker of loss?.markers ?? []) markers.remove(marker.device);
    setLoss(undefined);
  };
  return {
    devices: loss?.markers.map((marker) => marker.device) ?? [],
    notice: (onServer) => loss && <StorageLossNotice loss={loss} onServer={onServer} onUnderstood={understood} />,
  };
};
