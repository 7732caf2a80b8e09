import { useSyncExternalStore } from "react";
import type { SoftLock, SoftLockState } from "./soft-lock.ts";

export const useSoftLockState = (softLock: SoftLock): SoftLockState =>
  useSyncExternalStore(softLock.subscribe, softLock.state);
