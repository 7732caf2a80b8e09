import { useMemo, useSyncExternalStore } from "react";
import { follow } from "./follow.ts";
import { useLiveContext } from "./live-context.tsx";
import type { Records } from "./records.ts";

/**
 * A view of the records that follows them: it is worked out again when something that it read of them changed or one of `inputs` did. `view` must be
 * pure and keep its identity: keep it outside of the component.
 */
export const useLive = <T, I extends readonly unknown[]>(
  view: (records: Records, ...inputs: I) => T,
  ...inputs: I
): T => {
  const { records } = useLiveContext();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the inputs are as many at every call
  const look = useMemo(() => follow(records, (seen) => view(seen, ...inputs)), [records, view, ...inputs]);
  return useSyncExternalStore(records.subscribe, look).value;
};
