import { useEffect, useReducer } from "react";
import { eachMinute } from "./each-minute.ts";
import { useLiveContext } from "./live-context.tsx";

/** The device's clock, ISO 8601; looked at anew each minute while the page is seen. */
export const useNow = (): string => {
  const { author } = useLiveContext();
  const [, lookAgain] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => eachMinute(lookAgain), []);
  return author().at;
};
