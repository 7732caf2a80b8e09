/**
 * Imports a part of the app, and where that fails once more under another address: browsers (Chromium from 150 on, Firefox) keep the
 * failure of a fetch as long as the page lives, though the network is back. The build puts it around each import on demand (`vite.config.ts`).
 * Safari names no address in its error: there a part that failed needs the page anew.
 */
export const importAgain = <Module>(load: () => Promise<Module>): Promise<Module> =>
  load().catch((error: unknown) => {
    const address = /https?:\S+\.js\b/.exec(String(error))?.[0];
    if (!address) throw error;
    return import(/* @vite-ignore */ `${address}?again=${Date.now()}`) as Promise<Module>;
  });
