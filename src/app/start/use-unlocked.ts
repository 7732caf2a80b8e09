import { useEffect, useState } from "react";
import type { Unlocked } from "./unlocked.tsx";

export const loadUnlocked = () => import("./unlocked.tsx");

/**
 * What stands behind the lock, once its code is here. Not `lazy`: code that is here already would be drawn after a fallback all the same, which React
 * leaves standing for 300 ms.
 */
export const useUnlocked = (): typeof Unlocked | undefined => {
  const [part, setPart] = useState<typeof Unlocked>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => void loadUnlocked().then((loaded) => setPart(() => loaded.Unlocked), setFailure), []);
  if (failure) throw failure;
  return part;
};
