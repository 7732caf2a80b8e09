/** Whether nobody can see the page. */
export const isHidden = (): boolean => document.visibilityState === "hidden";

/** Milliseconds in which the first page is shown, and in which one is drawn anew. */
export const [aMoment, aFrame] = [200, 16] as const;

/** Leaves the page so long for being drawn; a hidden one needs none. */
export const restFor = async (milliseconds: number): Promise<void> => {
  if (!isHidden()) await new Promise((resolve) => setTimeout(resolve, milliseconds));
};

/** Calls once, a moment later, however often it was asked to; a hidden page arms no timer and calls at once. */
export const debounced = (call: () => void) => {
  let timer: number | undefined;
  return {
    ask: () => {
      if (isHidden()) return call();
      timer ??= window.setTimeout(() => {
        timer = undefined;
        call();
      }, aMoment);
    },
    close: () => window.clearTimeout(timer),
  };
};

/** Work that is asked for often and done at most once in so many milliseconds. */
export const throttled = <A extends readonly unknown[]>(pause: number, work: (...on: A) => Promise<void>) => {
  let last = Number.NEGATIVE_INFINITY;
  return async (...on: A): Promise<void> => {
    if (performance.now() - last < pause) return;
    last = performance.now();
    await work(...on);
  };
};

/** Calls when there may be news: a network, or somebody who looks. Answers how to stop. */
export const wakeOnEvents = (wake: () => void): (() => void) => {
  const whenShown = () => document.visibilityState === "visible" && wake();
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", whenShown);
  return () => {
    window.removeEventListener("online", wake);
    window.removeEventListener("pageshow", wake);
    document.removeEventListener("visibilitychange", whenShown);
  };
};
