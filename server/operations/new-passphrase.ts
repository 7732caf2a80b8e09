import { randomInt } from "node:crypto";
import { wordlist } from "@scure/bip39/wordlists/english.js";

/** Words of 2,048, 11 bits each. */
export const newPassphrase = (count: number): string =>
  Array.from({ length: count }, () => wordlist[randomInt(wordlist.length)]).join(" ");
