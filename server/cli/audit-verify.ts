import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { auditFiles, headsIn, keyIn } from "../audit/audit-files.ts";
import { type Head, headText, publicTextOf, readHeads } from "../audit/head.ts";
import { textsOf } from "../audit/lines-of.ts";
import { type BrokenEntry, verifyChain } from "../audit/verify-chain.ts";
import type { Command, Operation } from "./operation.ts";

/** 1 where the chain is not as it was written, 2 where the question makes no sense. */
const run = async ({ settings, say }: Operation, words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...words],
    options: { head: { type: "string", multiple: true, default: [] } },
  });
  const given: Head[] = [];
  for (const place of values.head) {
    const heads = readHeads(existsSync(place) ? readFileSync(place, "utf8") : place);
    if (heads.length === 0) {
      say("There is no head in what --head names. It is one line that begins with: prystan-audit");
      return 2;
    }
    given.push(...heads);
  }
  const files = auditFiles(settings.dataDir);
  const own = headsIn(files);
  const key = keyIn(files);
  const publicKey = key ? publicTextOf(key) : given[0]?.key;
  if (publicKey === undefined) {
    say("No audit chain was begun here.");
    return 1;
  }
  const checked = verifyChain(textsOf(files.chain), publicKey, [...own, ...given]);
  if (!checked.ok) {
    say(`! The audit chain is broken: ${wordsFor(checked.error)}`);
    return 1;
  }
  say(`The audit chain is whole: ${checked.value.n} entries, held against ${own.length + given.length} heads.`);
  if (given.length === 0)
    say(
      "Whoever rules this machine could have made it anew: --head holds it against a head that was mailed or printed.",
    );
  const last = own.at(-1);
  if (last) say(headText(last));
  return 0;
};

const wordsFor = (broken: BrokenEntry): string => {
  switch (broken.type) {
    case "NotAnEntry":
      return `entry ${broken.n} cannot be read.`;
    case "WrongHash":
      return `entry ${broken.n} was altered.`;
    case "WrongLink":
      return `entry ${broken.n} is not there, or what is in its place does not follow from the entries before it.`;
    case "OtherThanHead":
      return `entry ${broken.n} is another one than the signed head says; somebody made the chain anew.`;
    case "CutOff":
      return `it ends before entry ${broken.n}, and a signed head knows of ${broken.head}.`;
    case "ForgedHead":
      return `the signature of the head at entry ${broken.n} is wrong.`;
    case "OtherKey":
      return `the head at entry ${broken.n} was signed with another key than that of this data folder.`;
  }
};

export const auditVerify: Command = {
  name: "audit verify",
  takes: "[--head FILE|TEXT]…",
  does: "checks that nobody altered who changed what",
  help: `Goes through the audit chain entry by entry and holds it against the heads that this server signed. Ends with 1 at the first
place that is not as it was written. The server may run.
  --head FILE|TEXT   a head from a mail or from paper (health prints the last one), or a file with some`,
  opens: () => false,
  run,
};
