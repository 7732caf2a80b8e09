import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

let built: Promise<string> | undefined;

/** Bundles `couch-process.ts` like the product's server, once in each test process; gives the path of the module to run with Node. */
export const buildCouchProcess = (): Promise<string> => {
  built ??= bundle();
  return built;
};

const bundle = async (): Promise<string> => {
  const outDir = `${ROOT}node_modules/.cache/couch-process-${process.pid}`;
  mkdirSync(outDir, { recursive: true });
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: { ssr: `${ROOT}tests/server/couch/support/couch-process.ts`, outDir, emptyOutDir: true, target: "node20" },
  });
  return `${outDir}/couch-process.js`;
};
