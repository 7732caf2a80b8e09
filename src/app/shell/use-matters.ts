import { useCallback } from "react";
import type { OpenMatters } from "../../live/attention/open-matters.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import type { Records } from "../../live/records.ts";
import { useLiveAtRest } from "../../live/use-live-at-rest.ts";
import { useSession } from "../../session/use-session.ts";
import type { ServiceWorkerUpdates } from "./service-worker-updates.ts";
import { useIsUpdateWaiting } from "./use-is-update-waiting.ts";

/** Open matters, and the number on the tab *more*. What counts them is fetched once the first screen stands. */
export const useMatters = (
  site: string | undefined,
  updates: ServiceWorkerUpdates,
): { readonly matters: OpenMatters | undefined; readonly count: number } => {
  const { databases, roles, author } = useLiveContext();
  const count = useCallback(
    async (records: Records) => {
      const { openMattersOf } = await import("../../live/attention/open-matters.ts");
      return openMattersOf(records, { site, databases, roles, now: author().at });
    },
    [site, databases, roles, author],
  );
  const matters = useLiveAtRest(count);
  const { conflicts = 0, children = 0, handedIn = 0, broken = 0, merges = 0 } = matters ?? {};
  const refused = useSession(({ sync }) => sync.refused);
  const signIn = useSession(({ sync }) => Number(sync.state === "signInNeeded"));
  const update = Number(useIsUpdateWaiting(updates));
  return { matters, count: conflicts + children + handedIn + broken + merges + refused + update + signIn };
};
