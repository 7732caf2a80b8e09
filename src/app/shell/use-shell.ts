import { useEffect, useState } from "react";
import type { Desk } from "./shell.tsx";

export const fetchDesk = () => import("./shell.tsx");

/**
 * The desk, once its code is here. Not `lazy`: code that is here already would be drawn after a fallback all the same, which React
 * leaves standing for 300 ms.
 */
export const useDesk = (): typeof Desk | undefined => {
  const [desk, setDesk] = useState<typeof Desk>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => void fetchDesk().then(({ Desk }) => setDesk(() => Desk), setFailure), []);
  if (failure) throw failure;
  return desk;
};
