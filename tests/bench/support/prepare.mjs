import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";
import { prepareServer } from "../../../server/prepare.mjs";
import { leftover } from "./leftovers.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Builds what `npm start` would build and keeps a copy, so that nobody who builds meanwhile takes it away, with the bare
 * store and the documents to write beside it.
 */
export const prepare = async () => {
  prepareServer();
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "bench-"));
  leftover(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(root, "dist"), join(folder, "dist"), { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      ssr: true,
      outDir: join(folder, "bench"),
      target: "node20",
      rolldownOptions: {
        input: {
          store: join(root, "tests/server/couch/support/couch-process.ts"),
          documents: join(root, "tests/bench/support/documents.ts"),
          search: join(root, "src/domain/names/name-search.ts"),
          sweeping: join(root, "src/sync/replication/list-differing.ts"),
          live: join(root, "tests/bench/support/live-site.ts"),
          phones: join(root, "tests/support/browser/chromium.ts"),
          scanning: join(root, "tests/bench/support/scanning.ts"),
          proxies: join(root, "tests/support/server/fault-proxy.ts"),
        },
        output: { format: "esm", entryFileNames: "[name].js" },
      },
    },
  });
  await buildPage(join(folder, "dist/app/bench"));
  const load = (name) => import(pathToFileURL(join(folder, `bench/${name}.js`)).href);
  return {
    server: join(folder, "dist/server/main.js"),
    store: join(folder, "bench/store.js"),
    documents: await load("documents"),
    search: await load("search"),
    sweeping: await load("sweeping"),
    live: await load("live"),
    phones: await load("phones"),
    scanning: await load("scanning"),
    proxies: await load("proxies"),
  };
};

/** The page with the real sync, store and device and with their contenders, beside the app, from the same origin. */
const buildPage = async (folder) => {
  await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    resolve: { dedupe: ["dexie", "rxjs"] },
    build: {
      outDir: folder,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: join(root, "tests/bench/browser/page.ts"),
        output: { format: "esm", entryFileNames: "page.js" },
      },
    },
  });
  cpSync(join(root, "tests/bench/browser/index.html"), join(folder, "index.html"));
  cpSync(join(root, "node_modules/pouchdb/dist/pouchdb.min.js"), join(folder, "pouchdb.js"));
};
