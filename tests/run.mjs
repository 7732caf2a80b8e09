// `npm test`: installs what it needs, a browser included, and runs everything a submission must pass. Last line: `N passed, N failed`.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { commitNow, installBrowser, installPackages } from "./machine.mjs";
import { openTally } from "./tally.mjs";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));
process.env.npm_config_loglevel = "error";

const began = Date.now();
const output = "tests/.output";
rmSync(`${output}/red`, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

const packages = installPackages();
const browser = installBrowser(packages);
const { built } = await packages;
const tally = openTally(output);
tally.check("types", ["npm", "run", "--silent", "types"]);
tally.check("lint and format", ["npm", "run", "--silent", "lint"]);
tally.check("build", ["npm", "run", "--silent", "build"]);
await built;
tally.suite("units");
await browser;
tally.suite("browser");

const { passed, failed, skipped, red } = tally.totals();
const minutes = Math.round((Date.now() - began) / 6_000) / 10;
const last = { ...commitNow(), passed, failed, skipped, minutes, load: loadavg(), red: red.map(({ name }) => name) };
writeFileSync(`${output}/last.json`, `${JSON.stringify(last, null, 2)}\n`);

console.log(`\nThe ten slowest of ${minutes} minutes:`);
for (const { name, seconds } of tally.slowest(10)) console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
for (const { name, reason } of red) console.log(`✗ ${name}: ${reason}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 ? 1 : 0);
