import { useMemo, useSyncExternalStore } from "react";
import type { KindName } from "../domain/model/kinds.ts";
import { useLiveContext } from "./live-context.tsx";
import type { Records } from "./records.ts";

/**
 * A view of the records that follows them: `compute` runs again when a document of one of `kinds` changed or one of `inputs`
 * did. `compute` must be pure; keep it and `kinds` outside of the component.
 */
export const useLive = <T, I extends readonly unknown[]>(
  kinds: readonly KindName[],
  compute: (records: Records, ...inputs: I) => T,
  ...inputs: I
): T => {
  const { records } = useLiveContext();
  const version = useSyncExternalStore(records.subscribe, () => records.version(kinds));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the records, which change in place
  return useMemo(() => compute(records, ...inputs), [records, version, compute, ...inputs]);
};
