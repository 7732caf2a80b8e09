// `npm run test:couchdb`: the tests of sync, rights, workers, audit and sessions against the CouchDB that COUCHDB_URL names, with its
// administrator's name and password in the address: directly, then through the front. It has to be empty, or left over from an
// earlier run. SEED, SEQUENCES and COMMANDS choose what the simulation plays.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { COUCHDB_URL, SEQUENCES = "40" } = process.env;
if (!COUCHDB_URL) {
  console.error("COUCHDB_URL names no CouchDB: COUCHDB_URL=http://admin:password@127.0.0.1:5984 npm run test:couchdb");
  process.exit(2);
}
// What is recorded of a CouchDB changes accounts in ways after which it takes a while to notice others: it comes last.
const parts = [
  "tests/src tests/server/design tests/server/workers tests/server/audit tests/invariants",
  "tests/server/couch",
];
// These bring a front of their own.
const fronts = "tests/server/web tests/server/phones tests/server/cli";
let failed = 0;
for (const via of ["", "front"]) {
  for (const part of via ? [fronts, ...parts] : parts) {
    console.log(`\n${via ? "Through the front" : "Directly"}: ${part}`);
    const env = { ...process.env, SEQUENCES, VIA: via };
    const args = ["vitest", "run", "-c", "tests/couchdb.config.ts", "--no-file-parallelism", ...part.split(" ")];
    failed += spawnSync("npx", args, { cwd: root, stdio: "inherit", env }).status === 0 ? 0 : 1;
  }
}
process.exit(failed > 0 ? 1 : 0);
