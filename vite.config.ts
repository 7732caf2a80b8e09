import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { MetadataJson } from "libphonenumber-js/core";
import { defaultClientConditions, type Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { validatorText } from "./server/design/validator-text.ts";
import { serviceWorker } from "./sw/vite-plugin.ts";

/** Libraries change seldom: in files of their own they stay cached when the app is updated. */
const slowlyChanging = [
  { name: "react", test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: "dexie", test: /node_modules\/dexie\// },
  { name: "store", test: /node_modules\/(rxdb|rxjs|oblivious-set)\// },
];

/** What the lock needs besides the page itself: files of their own for a few lines each are larger than the lines. */
const lock = {
  name: "lock",
  test: /\/src\/(device\/(trusted-script|keyring\/(derive-in-worker|derivation-settings|aes-gcm|byte-string|names-on-disk))|domain\/model\/(databases|result))\.ts$|argon2-worker\.ts\?worker/,
  includeDependenciesRecursively: false,
};

/**
 * What the first screens need is one file: in two dozen small ones, which later screens share, the same takes 2.5 KB more. Nothing of it may import what
 * stands in a file that needs this one, or the page ends at its first line.
 */
const firstViews = {
  name: "views",
  test: new RegExp(
    `/src/(${[
      "live/(tables|follow|use-live|live-context|use-(today|command|change)|intake|acts)",
      "live/(roster/(residents|stays-of|waiting|place|house\\.)|transport/(trips-view|trip-copies|departed))",
      "domain/(names/(?!other-layout)|acts|safeguarding/release|dates/(read|spoken|age-words|birth-date|warsaw)|transport/passenger-status)",
      "domain/(intake/(group-counts|on-lists|reconcile|registration)|roster/(stay-|event-order|children|leaving))",
      "forms/(drafts-context|use-(draft|person-labels)|name-field)|features/intake/addresses",
      "domain/(walls/note-content|model/has-words)|live/walls/seal|ui/fields/choice/(check-chips|select-field)",
      "domain/(cards/cards|attention/take-back|roster/bed-places|dates/partial-date)|live/cards/numbering|forms/notes/typed-note\\.|i18n/use-code-label",
      "ui/(display/badge|feedback/vibrate|page/card|fields/go-to-field)",
    ].join("|")})`,
  ),
  includeDependenciesRecursively: false,
};

/**
 * How a number is written in groups of digits is half of what libphonenumber knows of each country, and the app shows numbers as they
 * were given; how people dial abroad matters where numbers are typed without a country. 9 KB less for each phone, and every number is
 * judged as before.
 */
export const withoutFormats = (metadata: MetadataJson): MetadataJson => ({
  ...metadata,
  countries: Object.fromEntries(
    Object.entries<unknown[]>(metadata.countries).map(([country, known]) => [
      country,
      known.map((part, place) => (place === formats || (isAbroad(country) && dialling.includes(place)) ? 0 : part)),
    ]),
  ),
});
const formats = 4;
/** What stands before a country's code when somebody dials from there. */
const dialling = [1, 12];
const isAbroad = (country: string): boolean => country !== "PL" && country !== "UA";

const slimPhones = (): Plugin => ({
  name: "prystan-slim-phones",
  apply: "build",
  transform: (code, id) => {
    if (!/libphonenumber-js\/metadata\.min\.json\.js$/.test(id)) return undefined;
    const metadata = JSON.parse(code.slice(code.indexOf(exported) + exported.length));
    return { code: `${exported} ${JSON.stringify(withoutFormats(metadata))}`, map: null };
  },
});
const exported = "export default";

/**
 * Modules of RxDB that have little to do as the store is opened: channels between tabs (`multiInstance: false`) and results worked out from changes
 * (`eventReduce: false`). What stands for them gives the answers that they give then. 9 KB less for each phone.
 */
export const standIns: Readonly<Record<string, string>> = {
  "/rx-storage-multiinstance.js": "export const addRxStorageMultiInstanceSupport = () => {};",
  "/event-reduce.js": "export const calculateNewResults = () => ({ runFullQueryAgain: true });",
  // Nothing is asked of an index: rows are read whole, and RxDB's own few documents by looking at each.
  "/query-planner.js": `export const LOGICAL_OPERATORS = new Set(["$or", "$and", "$nor", "$not"]);
  export const [INDEX_MIN, INDEX_MAX] = [Number.MIN_SAFE_INTEGER, String.fromCharCode(65535)];
  export const getQueryPlan = () => ({
    ...{ index: ["_meta.lwt", "id"], startKeys: [INDEX_MIN, INDEX_MIN], endKeys: [INDEX_MAX, INDEX_MAX] },
    ...{ inclusiveStart: true, inclusiveEnd: true, sortSatisfiedByIndex: false, selectorSatisfiedByIndex: false },
  });`,
  // Calls that are under way, for closing waits until there are none.
  "custom-idle-queue": `export class IdleQueue {
    calls = new Set();
    wrapCall(call) {
      const done = Promise.resolve(call());
      const end = () => this.calls.delete(done);
      this.calls.add(done);
      done.then(end, end);
      return done;
    }
    async requestIdlePromise() {
      while (this.calls.size > 0) await Promise.allSettled([...this.calls]);
    }
  }`,
};
const withoutUncalled = (): Plugin => ({
  name: "prystan-without-uncalled",
  apply: "build",
  enforce: "pre",
  resolveId: (id, importer) => {
    const known = importer?.includes("/rxdb/dist/esm/") && Object.keys(standIns).find((name) => id.endsWith(name));
    return known ? `\0rxdb:${known}` : undefined;
  },
  load: (id) => (id.startsWith("\0rxdb:") ? standIns[id.slice("\0rxdb:".length)] : undefined),
});

/** RxDB's query language gives way to the few operators that the store is asked by. */
const fewOperators = (): Plugin => ({
  name: "prystan-few-operators",
  apply: "build",
  enforce: "pre",
  resolveId: (id, importer) => {
    const isForRxdb = importer?.includes("/rxdb/dist/esm/");
    return isForRxdb && (id === "mingo/util" || id.endsWith("/rx-query-mingo.js")) ? matchSelector : undefined;
  },
});

/** Every import on demand of the app's own is tried under another address where it fails (`import-again.ts`), but where the source does so itself. */
const importedAgain = (): Plugin => ({
  name: "prystan-imported-again",
  apply: "build",
  enforce: "pre",
  transform: (code, id) => {
    if (!/\/src\/.*\.tsx?$/.test(id) || code.includes("importAgain")) return undefined;
    const wrapped = code.replaceAll(
      /(?<!typeof )\bimport\(\s*"(\.[^"]+)"\s*,?\s*\)/g,
      `importAgain(() => import("$1"))`,
    );
    return wrapped === code ? undefined : `import { importAgain } from "${importAgain}";\n${wrapped}`;
  },
});
const importAgain = fileURLToPath(new URL("src/i18n/import-again.ts", import.meta.url));

/** Keys are derived beside the page. */
const derivedElsewhere = (): Plugin => ({
  name: "prystan-derived-elsewhere",
  apply: "build",
  enforce: "pre",
  resolveId: (id) => (id.endsWith("/load-argon2.ts") ? deriveInWorker : undefined),
});
const deriveInWorker = fileURLToPath(new URL("src/device/keyring/derive-in-worker.ts", import.meta.url));
const matchSelector = fileURLToPath(new URL("src/store/match-selector.ts", import.meta.url));

/**
 * What is fetched together with a part that is imported on demand. A first visit waits for a few of them; the others come from what the service worker
 * keeps, one after the other: naming all of them costs a kilobyte.
 */
const fetchedBeforehand = (part: string, imported: string[], { hostType }: Host): string[] =>
  hostType === "html" || /(^|\/)(unlocked|open-workspace|enrol-page)-/.test(part) ? imported : [];
type Host = { readonly hostType: "html" | "js" };

export default defineConfig({
  plugins: [
    react(),
    validatorText(),
    serviceWorker(),
    slimPhones(),
    withoutUncalled(),
    fewOperators(),
    derivedElsewhere(),
    importedAgain(),
  ],
  // "es2015": RxJS as classes rather than as functions that play at them, 2 KB less.
  resolve: { dedupe: ["dexie", "rxjs"], conditions: ["es2015", ...defaultClientConditions] },
  worker: { format: "es" },
  build: {
    outDir: "dist/app",
    target: "es2022",
    modulePreload: { polyfill: false, resolveDependencies: fetchedBeforehand },
    rolldownOptions: { output: { codeSplitting: { groups: [...slowlyChanging, lock, firstViews] } } },
  },
  server: { port: 5173, proxy: { "/db": process.env.PRYSTAN_SERVER ?? "http://127.0.0.1:8080" } },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/support/runs/tell-why.ts"],
    // Against hanging, not a measure: a machine may be many times slower than ours. What is held to a time is a bench.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
  },
});
