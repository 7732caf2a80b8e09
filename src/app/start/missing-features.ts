/** What Prystan cannot do without; without one of them it could take names and lose them. */
export type Feature = "secure" | "indexedDB" | "serviceWorker" | "webAssembly" | "locks" | "crypto";

type Browser = {
  readonly isSecureContext?: boolean;
  readonly indexedDB?: unknown;
  readonly WebAssembly?: unknown;
  readonly crypto?: { readonly subtle?: unknown };
  readonly navigator: { readonly serviceWorker?: unknown; readonly locks?: unknown };
};

/** What this browser lacks: old, a private window, a lockdown mode, or an address without https. */
export const missingFeatures = (browser: Browser): readonly Feature[] => {
  const has: Readonly<Record<Feature, boolean>> = {
    secure: browser.isSecureContext === true,
    indexedDB: browser.indexedDB !== undefined && browser.indexedDB !== null,
    serviceWorker: browser.navigator.serviceWorker !== undefined,
    webAssembly: browser.WebAssembly !== undefined,
    locks: browser.navigator.locks !== undefined,
    crypto: browser.crypto?.subtle !== undefined,
  };
  return (Object.keys(has) as Feature[]).filter((feature) => !has[feature]);
};
