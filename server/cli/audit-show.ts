import { parseArgs } from "node:util";
import { auditFiles } from "../audit/audit-files.ts";
import type { Entry } from "../audit/entry.ts";
import { textsOf } from "../audit/lines-of.ts";
import { readLine } from "../audit/verify-chain.ts";
import type { Command, Operation } from "./operation.ts";

const run = async ({ settings, say }: Operation, words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...words], options: { record: { type: "string" } } });
  if (!values.record) {
    say("Say which: --record ID, like person:01j….");
    return 2;
  }
  let count = 0;
  for (const line of textsOf(auditFiles(settings.dataDir).chain)) {
    const entry: Entry | undefined = line.includes(values.record) ? readLine(line) : undefined;
    if (entry?.id !== values.record) continue;
    count += 1;
    say(lineOf(entry));
  }
  if (count === 0) say("No entry names this record.");
  return count === 0 ? 1 : 0;
};

/** Said by the server's clock; the device's own in brackets. */
const lineOf = ({ n, at, by, device, written, database, fields }: Entry): string =>
  `${String(n).padStart(7)}  ${at}  ${(by ?? "(no stamp)").padEnd(16)} ${database.padEnd(20)} ${fields.join(", ") || "(nothing)"}${
    device === null ? "" : `  [${device}${written === null ? "" : `, ${written}`}]`
  }`;

export const auditShow: Command = {
  name: "audit show",
  takes: "--record ID",
  does: "says who changed which fields of a record, and when",
  help: `Every entry of the audit chain about one record, oldest first: number, when it came to the server, account, database, names of
the fields, and in brackets the device and its own clock. Values are not in the chain. (no stamp): an account, a phone, or somebody
who wrote past the app. Whether the chain can be trusted, audit verify says.`,
  opens: () => false,
  run,
};
