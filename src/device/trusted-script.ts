type TrustedScriptUrl = string;
type Policy = { createScriptURL(address: string): TrustedScriptUrl };
type TrustedTypes = { createPolicy(name: string, rules: Policy): Policy };

/** Files of the app that a page starts by their address: its service worker, and what derives keys. The policy is the only one that the page may have. */
const isOurs = (address: string): boolean =>
  address === "/sw.js" || /^\/assets\/(argon2|decode)-worker-[\w-]+\.js$/.test(address);

let policy: Policy | undefined;

/** An address that `require-trusted-types-for` lets a worker be started by. Throws for any other. */
export const trustedScript = (address: string): TrustedScriptUrl => {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
  if (!types) return address;
  policy ??= types.createPolicy("sw", {
    createScriptURL: (wanted) => {
      if (!isOurs(wanted)) throw new TypeError(wanted);
      return wanted;
    },
  });
  return policy.createScriptURL(address);
};
