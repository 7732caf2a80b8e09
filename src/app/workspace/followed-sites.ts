import type { PrivateStore } from "../../device/private-store/open-private-store.ts";

/** The sites that a coordinator chose to follow on this phone; none at first. */
export type FollowedSites = {
  chosen(): readonly string[];
  choose(sites: readonly string[]): Promise<void>;
  subscribe(listener: () => void): () => void;
};

export const openFollowedSites = async (settings: PrivateStore["settings"]): Promise<FollowedSites> => {
  let chosen = (await settings.get<readonly string[]>(name)) ?? [];
  const listeners = new Set<() => void>();
  return {
    chosen: () => chosen,
    choose: async (sites) => {
      await settings.set(name, sites);
      chosen = sites;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const name = "followedSites";
