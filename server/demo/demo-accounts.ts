import type { NewAccount } from "../accounts.ts";

/** Accounts of the demonstration, printed at the first start. Never made where `DEMO=0`. */
export const demoAccounts: readonly NewAccount[] = [
  { name: "volunteer", roles: ["volunteer:medyka"], passphrase: "amber bridge lantern seven" },
  { name: "volunteer2", roles: ["volunteer:medyka"], passphrase: "copper meadow window nine" },
  { name: "lead", roles: ["lead:medyka", "lead:przemysl", "lead:rzeszow"], passphrase: "silver harbour garden four" },
  { name: "driver", roles: ["driver"], passphrase: "yellow engine winter two" },
  {
    name: "coordinator",
    roles: ["coordinator", "lead:medyka", "lead:przemysl", "lead:rzeszow", "lead:lublin", "lead:chelm"],
    passphrase: "quiet orchard compass five",
  },
  { name: "protection", roles: ["protection:org-1"], passphrase: "gentle river shelter eight" },
];
