/** Chromium's question whether to install the app. Source: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
export type InstallPrompt = Event & {
  prompt(): Promise<unknown>;
  readonly userChoice: Promise<{ readonly outcome: "accepted" | "dismissed" }>;
};

let kept: InstallPrompt | undefined;
const listeners = new Set<() => void>();

const keep = (prompt: InstallPrompt | undefined): void => {
  kept = prompt;
  for (const listener of listeners) listener();
};

/** The browser asks once, seconds after the start and at a moment of its own; here the question waits until somebody is shown where to find the app. */
export const keepInstallPrompt = (): void => {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    keep(event as InstallPrompt);
  });
  window.addEventListener("appinstalled", () => keep(undefined));
};

/** A question can be asked once only. */
export const takeInstallPrompt = (): InstallPrompt | undefined => {
  const prompt = kept;
  keep(undefined);
  return prompt;
};

export const installPrompt = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): InstallPrompt | undefined => kept,
};
