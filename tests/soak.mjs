// `npm run test:soak`: the long suite, or some parts of it: `npm run test:soak -- faults browsers`. Each part takes 25 minutes at the most
// on two cores. Ends with a summary and 1 where a part is red.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "../server/prepare.mjs";
import { installBrowser } from "./machine.mjs";
import { parts } from "./suites.mjs";
import { openTally } from "./tally.mjs";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`Not a part: ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

const output = "tests/.output";
mkdirSync(output, { recursive: true });
install();
await installBrowser();

const rows = [];
for (const [name, { files, exclude, environment }] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const began = Date.now();
  const tally = openTally(output);
  if (!rows.some(({ isBuilt }) => isBuilt)) tally.check("build", ["npm", "run", "--silent", "build"]);
  tally.suite(`soak-${name}`, { config: "soak", files, exclude, environment: { SOAK: "1", ...environment } });
  rows.push({ name, isBuilt: true, minutes: (Date.now() - began) / 60_000, ...tally.totals() });
}

console.log("");
for (const { name, minutes, passed, failed, skipped, red } of rows) {
  console.log(
    `${name.padEnd(14)} ${minutes.toFixed(1).padStart(5)} min  ${passed} passed, ${failed} failed, ${skipped} skipped`,
  );
  for (const test of red) console.log(`  ✗ ${test.name}: ${test.reason}`);
}
const sum = (of) => rows.reduce((all, row) => all + row[of], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
process.exit(sum("failed") > 0 ? 1 : 0);
