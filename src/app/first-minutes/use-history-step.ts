import { useEffect, useState } from "react";

/** A step of a page that has no address: entered by an entry in the history, so that the browser's Back leads out of it. */
export const useHistoryStep = (name: string) => {
  const [isHere, setIsHere] = useState(false);
  useEffect(() => {
    const isAt = () => (history.state as { step?: string } | null)?.step === name;
    // Of before the page was loaded again.
    if (isAt()) history.replaceState(null, "");
    const onMove = () => setIsHere(isAt());
    window.addEventListener("popstate", onMove);
    return () => window.removeEventListener("popstate", onMove);
  }, [name]);
  const enter = () => {
    history.pushState({ step: name }, "");
    setIsHere(true);
  };
  return { isHere, enter, leave: () => history.back() };
};
