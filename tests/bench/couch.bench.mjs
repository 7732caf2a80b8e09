#!/usr/bin/env node
// Speed of the embedded store over HTTP with fsync on: node tests/bench/couch.bench.mjs [rounds]
// Prints one JSON object a line: {name, value, unit, ratio_to, ratio}; ratio is value divided by the bar.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ROUNDS = Number(process.argv[2] ?? 5);
const DOCUMENTS = 10_000;
const BATCH = 1000;
const AUTHORIZATION = `Basic ${Buffer.from("admin:admin").toString("base64")}`;
const agent = new http.Agent({ keepAlive: true });

const bundle = async () => {
  const outDir = join(ROOT, "node_modules/.cache/couch-bench");
  const ssr = join(ROOT, "tests/server/couch/support/couch-process.ts");
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: { ssr, outDir, emptyOutDir: true, target: "node20" },
  });
  return join(outDir, "couch-process.js");
};

const start = async (script, file) => {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, COUCH_FILE: file, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise((resolve) =>
    child.stdout.once("data", (data) => resolve(Number(/port (\d+)/.exec(data)[1]))),
  );
  return { child, port };
};

/** Sends a request and reads the whole answer. */
const send = (port, method, path, body) =>
  new Promise((resolve, reject) => {
    const headers = {
      authorization: AUTHORIZATION,
      ...(body ? { "content-type": "application/json", "content-length": Buffer.byteLength(body) } : {}),
    };
    const request = http.request({ port, method, path: `/db${path}`, headers, agent }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode, body: Buffer.concat(chunks) }));
    });
    request.on("error", reject);
    request.end(body);
  });

/** About 600 bytes, like a person. */
const aDocument = (i) => ({
  _id: `person:${String(i).padStart(8, "0")}${((i * 2654435761) >>> 0).toString(36)}`,
  kind: "person",
  v: 1,
  site: "medyka",
  createdAt: "2026-11-24T03:00:00.000Z",
  createdBy: "anna",
  createdDevice: "device-7",
  given: "Олена",
  family: "Шевченко",
  born: "1987-05-12",
  languages: ["uk", "ru", "en"],
  needs: ["stroller", "insulin"],
  note: "arrived with two children, waits for her sister from Kyiv; bus to Kraków in the morning if there is a seat",
  stamps: { given: [i, "device-7"], family: [i, "device-7"], born: [i, "device-7"], needs: [i + 1, "device-3"] },
  expiresAt: "2027-02-24T03:00:00.000Z",
  group: `group:${i % 997}`,
  stay: null,
  phone: "+380501234567",
});

const batches = Array.from({ length: DOCUMENTS / BATCH }, (_, b) =>
  JSON.stringify({ docs: Array.from({ length: BATCH }, (__, i) => aDocument(b * BATCH + i)) }),
);

/** A validation function of some 300 lines that looks at every field more than once. */
const validator = () => {
  const checks = Array.from(
    { length: 70 },
    (_, i) => `
  if (typeof newDoc.given !== "string" || newDoc.given.length > ${200 + i}) fault("given", ${i});
  if (newDoc.born !== undefined && !/^\\d{4}-\\d{2}-\\d{2}$/.test(newDoc.born)) fault("born", ${i});
  if (oldDoc && oldDoc.site !== newDoc.site) fault("site", ${i});
  if (!allowed(userCtx.roles, "kind-${i}") && newDoc.kind === "kind-${i}") fault("kind", ${i});`,
  );
  return `(function () {
  function fault(name, i) { throw { forbidden: name + " is wrong (" + i + ")" }; }
  function allowed(roles, kind) { for (var i = 0; i < roles.length; i++) if (roles[i] === "_admin" || roles[i] === kind) return true; return false; }
  return function (newDoc, oldDoc, userCtx, secObj) {${checks.join("\n")}
    for (var name in newDoc) if (name.length > 40) fault(name, 0);
  };
})();`;
};

const time = async (work) => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const write = async (port, db) => {
  for (const batch of batches) {
    const { status, body } = await send(port, "POST", `/${db}/_bulk_docs`, batch);
    if (status !== 201 || body.includes('"error"'))
      throw new Error(`_bulk_docs answered ${status} ${body.subarray(0, 200)}`);
  }
};

const oneRound = async (port, round) => {
  const [plain, checked] = [`plain${round}`, `checked${round}`];
  await send(port, "PUT", `/${plain}`);
  const bulk = await time(() => write(port, plain));
  let size = 0;
  const changes = await time(async () => {
    size = (await send(port, "GET", `/${plain}/_changes?include_docs=true`)).body.length;
  });
  if (size < DOCUMENTS * 600) throw new Error(`_changes gave only ${size} bytes`);
  await send(port, "PUT", `/${checked}`);
  await send(port, "PUT", `/${checked}/_design/rules`, JSON.stringify({ validate_doc_update: validator() }));
  const validated = await time(() => write(port, checked));
  return { bulk: DOCUMENTS / bulk, changes: DOCUMENTS / changes, validated: DOCUMENTS / validated };
};

const folder = mkdtempSync(join(tmpdir(), "couch-bench-"));
const { child, port } = await start(await bundle(), join(folder, "bench.sqlite"));
try {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await oneRound(port, round));
  const bars = {
    bulk: ["couch _bulk_docs, 10 x 1000 of 600 bytes", 25_000],
    changes: ["couch _changes?include_docs, one request", 60_000],
    validated: ["couch _bulk_docs with validate_doc_update", 6_000],
  };
  for (const [key, [name, bar]] of Object.entries(bars)) {
    const value = Math.round(median(rounds.map((round) => round[key])));
    console.error(`${name}: median ${value}/s of ${rounds.map((round) => Math.round(round[key])).join(" ")}`);
    console.log(
      JSON.stringify({
        name,
        value,
        unit: "docs/s",
        ratio_to: `bar of ${bar}/s`,
        ratio: Number((value / bar).toFixed(2)),
      }),
    );
  }
} finally {
  agent.destroy();
  child.kill();
  rmSync(folder, { recursive: true, force: true });
}
