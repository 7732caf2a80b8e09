import { useSyncExternalStore } from "react";
import { useLiveContext } from "./live-context.tsx";
import type { DeliveryState } from "./records.ts";

/** Whether a document is only saved here, sent, or needs attention. A string, so that it is cheap to compare. */
export const useDeliveryState = (database: string, id: string): DeliveryState["state"] | undefined => {
  const { records } = useLiveContext();
  return useSyncExternalStore(records.subscribe, () => records.sending(database, id)?.state);
};
