/**
 * What tabs say to each other: who has the lock, and of whom it is wanted (nobody: of whoever has it). The words are those of apps before
 * these messages.
 */
export type TabMessage = { readonly holder: string } | { readonly wanted: string | undefined } | "to me, please";

/** Milliseconds between two times that a tab asks. */
const interval = 500;
/** How often a tab asks one holder, which is the time that this one has to finish what it writes. A frozen one is passed over then. */
const patience = 4;
/** Milliseconds after which it is this tab that stood still: it did not hear what was answered, and asks from the beginning. */
const standstill = 3_000;

/** Asks for the lock until it is had. `signal` says that the tab that has it does not let go. */
export const waitingTurn = (say: (message: TabMessage) => void) => {
  const passingOver = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let holder: string | undefined;
  let asked = 0;
  let last = 0;
  let isOthers = false;

  const ask = () => {
    if (performance.now() - last > standstill) asked = 0;
    last = performance.now();
    if (asked >= patience) return passingOver.abort();
    asked += 1;
    say({ wanted: holder });
    timer = setTimeout(ask, interval);
  };
  return {
    signal: passingOver.signal,
    begin: ask,
    hear: (message: TabMessage) => {
      if (typeof message === "string" || "wanted" in message) {
        isOthers = true;
        return;
      }
      // A tab that has only just got the lock has not been asked yet.
      if (message.holder !== holder) asked = 0;
      holder = message.holder;
      say({ wanted: holder });
    },
    /** Whether another tab waits, too. */
    hasCompany: () => isOthers,
    end: () => clearTimeout(timer),
  };
};
