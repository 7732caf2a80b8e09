import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type ResolvedConfig } from "vite";
import { getManifest, type ManifestEntry } from "workbox-build";

const largestFile = 500_000;
const largestShell = 2_500_000;

/** After the client build: lists what was built, and bundles `worker.ts` with that list to `sw.js` beside it. */
export const serviceWorker = (): Plugin => {
  let config: ResolvedConfig;
  return {
    name: "prystan-service-worker",
    apply: "build",
    configResolved: (resolved) => {
      config = resolved;
    },
    writeBundle: {
      order: "post",
      sequential: true,
      handler: async () => {
        const folder = resolve(config.root, config.build.outDir);
        await rm(resolve(folder, "README.md"), { force: true }); // public/ explains itself to us, not to phones
        await bundleWorker(config, folder, await precacheOf(folder));
      },
    },
  };
};

/** Workbox leaves a file that is too large out with only a warning; a phone would then miss it offline, so the build stops. */
export const precacheOf = async (folder: string): Promise<ManifestEntry[]> => {
  const { manifestEntries, warnings, size } = await getManifest({
    globDirectory: folder,
    globPatterns: ["**/*.{html,js,css,json,wasm,webmanifest,svg,png,woff2}"],
    globIgnores: ["sw.js", "**/*.map"],
    dontCacheBustURLsMatching: /assets\/[^/]+-[\w-]{8}\.\w+$/,
    maximumFileSizeToCacheInBytes: largestFile,
    modifyURLPrefix: { "": "/" },
  });
  if (warnings.length > 0) throw new Error(`precache: ${warnings.join("; ")}`);
  if (size > largestShell) throw new Error(`precache: ${size} bytes are more than ${largestShell}`);
  return manifestEntries;
};

const bundleWorker = async (config: ResolvedConfig, folder: string, precache: ManifestEntry[]): Promise<void> => {
  await build({
    configFile: false,
    root: config.root,
    logLevel: "warn",
    define: { __PRECACHE__: JSON.stringify(precache), "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      target: config.build.target || "es2022",
      rolldownOptions: {
        input: fileURLToPath(new URL("worker.ts", import.meta.url)),
        output: { format: "iife", entryFileNames: "sw.js" },
      },
    },
  });
};
