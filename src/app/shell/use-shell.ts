import { useEffect, useState } from "react";
import type { Shell } from "./shell.tsx";

export const loadShell = () => import("./shell.tsx");

/**
 * The desk, once its code is here. Not `lazy`: code that is here already would be drawn after a fallback all the same, which React
 * leaves standing for 300 ms.
 */
export const useShell = (): typeof Shell | undefined => {
  const [desk, setDesk] = useState<typeof Shell>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => void loadShell().then(({ Shell: Desk }) => setDesk(() => Desk), setFailure), []);
  if (failure) throw failure;
  return desk;
};
