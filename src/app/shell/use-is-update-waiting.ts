import { useSyncExternalStore } from "react";
import type { ServiceWorkerUpdates } from "./service-worker-updates.ts";

export const useIsUpdateWaiting = (updates: ServiceWorkerUpdates): boolean =>
  useSyncExternalStore(updates.subscribe, updates.isWaiting);
