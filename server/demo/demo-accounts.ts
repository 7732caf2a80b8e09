import type { NewAccount } from "../accounts/accounts.ts";

/**
 * Accounts of the demonstration, printed at the first start. Never made where `DEMO=0`. `password` is what `serverPassword` makes of the
 * passphrase: kept, because six derivations would hold up every first start for seconds.
 */
export const demoAccounts: readonly (NewAccount & { readonly password: string })[] = [
  { name: "volunteer", roles: ["volunteer:medyka"], passphrase: "amber bridge lantern seven", password: "p1.HrusBb8kYVMXHD7ENCL71DpYMB5uGrBzNnZjB6ztYkg" },
  { name: "volunteer2", roles: ["volunteer:medyka"], passphrase: "copper meadow window nine", password: "p1.1zlgrxRXZBJQ2v_nNUMyKVdgXLYy9sZyHzGkNsmGLG0" },
  { name: "lead", roles: ["lead:medyka", "lead:przemysl", "lead:rzeszow"], passphrase: "silver harbour garden four", password: "p1.pvPgVNPCjeEVn1VLHwL4aXgKrjdRyWxYBD37MQDRoeg" },
  { name: "driver", roles: ["driver"], passphrase: "yellow engine winter two", password: "p1.MojKyeCWC__5g_rYVKLk9FIA4wwizCcj76UxSdpfK_A" },
  {
    name: "coordinator",
    roles: ["coordinator", "lead:medyka", "lead:przemysl", "lead:rzeszow", "lead:lublin", "lead:chelm"],
    passphrase: "quiet orchard compass five", password: "p1.VC5eOY9LqJfA8T85jFQ1zq-8E9qybddkQABtyg71n-k",
  },
  { name: "protection", roles: ["protection:import-org-1", "case:import-org-1", "care:medyka"], passphrase: "gentle river shelter eight", password: "p1.88x5mi1hMf7lvqhlU2h2zZ1jdskpoO3AdwQ4mhD5mFs" },
];
