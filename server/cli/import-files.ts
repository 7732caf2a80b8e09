import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { planImport } from "../import/plan-import.ts";
import { describeImportError } from "../import/source/import-error.ts";
import { writeImport } from "../import/write-import.ts";
import type { Operation } from "./operation.ts";

/** `import FILE…`: everything is checked before anything is written; all errors are told, with file, row and column. */
export const importFiles = async ({ access, say }: Operation, words: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { site: { type: "string" }, "shift-days": { type: "string" } },
  });
  const files = positionals.map((path) => ({ name: basename(path), text: readFileSync(path, "utf8") }));
  const plan = planImport(files, {
    today: new Date().toISOString().slice(0, 10),
    ...(values.site && { site: values.site }),
    ...(values["shift-days"] && { shiftDays: Number(values["shift-days"]) }),
  });
  if (!plan.ok) {
    for (const error of plan.error.slice(0, 20)) say(describeImportError(error));
    say(`Nothing was imported: ${plan.error.length} problem(s).`);
    return 1;
  }
  const written = await writeImport({ ...access, fetch }, plan.value);
  if (!written.ok) {
    say(`The server did not take the import: ${JSON.stringify(written.error)}. It may be repeated safely.`);
    return 1;
  }
  say(`${written.value.written} documents imported, ${written.value.alreadyThere} were there already.`);
  return 0;
};
