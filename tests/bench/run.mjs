// Speed of the server and of the phone: `npm run bench`, or only some of it: `npm run bench -- waiting start`.
// One JSON object a line on standard output, a table on standard error; exit code 1 where a bar is missed.
import { abuse } from "./abuse.bench.mjs";
import { bulkDocs } from "./bulk.bench.mjs";
import { firstSync } from "./first-sync.bench.mjs";
import { hidden } from "./hidden.bench.mjs";
import { live } from "./live.bench.mjs";
import { logins } from "./logins.bench.mjs";
import { nameSearch } from "./name-search.bench.mjs";
import { phones } from "./phones.bench.mjs";
import { receiving } from "./receiving.bench.mjs";
import { scanning } from "./scanning.bench.mjs";
import { seen } from "./seen.bench.mjs";
import { shift } from "./shift.bench.mjs";
import { singles } from "./singles.bench.mjs";
import { manySites } from "./sites.bench.mjs";
import { slowLine } from "./slow-line.bench.mjs";
import { start } from "./start.bench.mjs";
import { prepare } from "./support/prepare.mjs";
import { openReport } from "./support/report.mjs";
import { sweep } from "./sweep.bench.mjs";
import { validated } from "./validated.bench.mjs";
import { vitals } from "./vitals.bench.mjs";
import { waiting } from "./waiting.bench.mjs";

const benches = {
  bulk: bulkDocs,
  validated,
  singles,
  waiting,
  shift,
  sites: manySites,
  "first-sync": firstSync,
  start,
  receiving,
  seen,
  "slow-line": slowLine,
  hidden,
  abuse,
  scanning,
  phones,
  vitals,
  sweep,
  logins,
  "name-search": nameSearch,
  live,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`Not a bench: ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}

const tooLong = 20 * 60_000;
setTimeout(() => {
  console.error("The benches took too long.");
  process.exit(1);
}, tooLong).unref();

const report = openReport();
const built = await prepare();
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length === 0 || asked.includes(name)) await bench(built, report);
}
report.printTable();
process.exit(report.isMissed() ? 1 : 0);
