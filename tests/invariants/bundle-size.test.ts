import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const assets = "dist/app/assets";
const languages = ["en", "pl", "ru", "uk"];

/** Bytes of a built file after gzip. */
const gzipped = (file: string): number => gzipSync(readFileSync(`${assets}/${file}`)).length;

const scripts = (): readonly string[] => readdirSync(assets).filter((file) => file.endsWith(".js"));
/** JavaScript a volunteer's phone runs: everything but the words of other languages and the screens of leads, drivers and coordinators. */
const isOthers = (file: string): boolean =>
  /^(transport-screens|confidential-screens|import-page|transfer-records|managed-phones|phones-page|sites-page)-|^(en|pl|ru|uk)-(transport|lead)-/.test(
    file,
  );
/**
 * Screens that are fetched once the first one stands, what only a laptop fetches, what a forgotten passphrase or a new fingerprint asks for, or a browser
 * that is too old, and what takes over, away or packs anew what lies here.
 */
const isLaterScreen = (file: string): boolean =>
  /^(later-screens|roster-screens|double-bookings|open-matters|begin-anew|attention-routes|refill-numbers|last-act|use-take-back|print-sheet|laptop|pin-parts|reset-page|reset-keys|new-passkey|unsupported-browser|hide-names|take-over-older|end-rights|repack)-/.test(
    file,
  );
/** What reads codes in pictures: it is fetched with the camera's page. */
const isDecoder = (file: string): boolean => /^(decode-worker|read-code)-/.test(file);
/** So is what nothing else asks for: what they share with each other. */
const isLater = (file: string): boolean => !isDecoder(file) && (isLaterScreen(file) || !neededFirst().has(file));
/** What is fetched from sign-in to a saved group: from the page on all that is imported, but for later screens and those of others. */
const neededFirst = (): ReadonlySet<string> => {
  const needed = new Set<string>();
  const open = [...importedIn(readFileSync("dist/app/index.html", "utf8"))];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (needed.has(file) || isLaterScreen(file) || isOthers(file) || isDecoder(file)) continue;
    needed.add(file);
    open.push(...importedIn(readFileSync(`${assets}/${file}`, "utf8")));
  }
  return needed;
};
/** Built files that are imported at once or on demand, not those that are merely named to be fetched beforehand. */
const importedIn = (source: string): readonly string[] =>
  [
    ...source.matchAll(/(?:from|import|import\(|src=)\s?["'`](?:\.|\/assets)\/([^"'`]+\.js)["'`]/g),
    // What runs in a worker is named by its address.
    ...source.matchAll(/["'`]\/assets\/([\w-]+-worker-[\w-]+\.js)["'`]/g),
  ].map(([, file = ""]) => file);
const isWords = (file: string): boolean => languages.some((language) => file.startsWith(`${language}-`));
/** What is said once the first screen stands: of a PIN, of the first steps. */
const isLaterWords = (file: string): boolean => /^(en|pl|ru|uk)-later-/.test(file);

const wordsOf = (chunk: string): readonly string[] =>
  scripts().filter((file) => file.startsWith(`${chunk}-`) && !isOthers(file));
const sizeOf = (files: readonly string[], size: (file: string) => number): number =>
  files.reduce((sum, file) => sum + size(file), 0);

test("From sign-in to a saved group it is at most 300 KiB of gzipped JavaScript, a further screen is 40, a volunteer's whole role 450", () => {
  expect(existsSync(assets), "build first: npm run build").toBe(true);
  const code = scripts().filter((file) => !isWords(file) && !isOthers(file) && !isDecoder(file));
  expect([...neededFirst()].filter((file) => /^(index|unlocked|open-workspace|store)-/.test(file))).toHaveLength(4);
  const wordsIn = (language: string) => wordsOf(language).filter((file) => !isLaterWords(file));
  const words = Math.max(...languages.map((language) => sizeOf(wordsIn(language), gzipped)));
  const laterWords = Math.max(...scripts().filter(isLaterWords).map(gzipped));
  const first =
    sizeOf(
      code.filter((file) => !isLater(file)),
      gzipped,
    ) + words;
  const later = [...code.filter(isLater).map(gzipped), laterWords];
  console.log(
    `JavaScript to a saved group ${Math.round(first / 1024)} KiB gzip, later ${later.map((size) => Math.round(size / 1024))}`,
  );
  expect(later.length).toBeGreaterThan(1);
  expect(first).toBeLessThanOrEqual(300 * 1024);
  expect(Math.max(...later)).toBeLessThanOrEqual(40 * 1024);
  expect(later.reduce((sum, size) => sum + size, first)).toBeLessThanOrEqual(450 * 1024);
});

test("What reads codes in pictures is at most 120 KB of gzipped JavaScript", () => {
  const decoders = scripts().filter(isDecoder);
  expect(decoders.length).toBeGreaterThan(0);
  expect(Math.max(...decoders.map(gzipped))).toBeLessThanOrEqual(120_000);
});

test("Fonts are at most 60 kB together", () => {
  const fonts = readdirSync(assets).filter((file) => file.endsWith(".woff2"));
  expect(fonts).toHaveLength(3);
  expect(sizeOf(fonts, (file) => statSync(`${assets}/${file}`).size)).toBeLessThanOrEqual(60_000);
});

test("What is loaded until the lock stands is at most 130 KB of JavaScript in brotli, in the largest language", () => {
  const page = readFileSync("dist/app/index.html", "utf8");
  const first = scripts().filter((file) => page.includes(`assets/${file}`) || file.startsWith("words-by-area-"));
  const brotli = (file: string): number => brotliCompressSync(readFileSync(`${assets}/${file}`)).length;
  const words = Math.max(...languages.map((language) => sizeOf(wordsOf(`${language}-lock`), brotli)));
  const sum = words + sizeOf(first, brotli);
  console.log(`JavaScript until the lock stands: ${Math.round(sum / 1000)} KB brotli`);
  expect(first.length).toBeGreaterThan(3);
  expect(sum).toBeLessThanOrEqual(130_000);
});

test("Styles and the page itself are at most 100 KiB", () => {
  const styles = readdirSync(assets).filter((file) => file.endsWith(".css"));
  const page = gzipSync(readFileSync("dist/app/index.html")).length;
  expect(styles.reduce((sum, file) => sum + gzipped(file), page)).toBeLessThanOrEqual(100 * 1024);
});

test("No built file needs itself by way of others, for what one of them does at its first line would come too early", () => {
  const needs = new Map(
    scripts().map((file) => [
      file,
      [...readFileSync(`${assets}/${file}`, "utf8").matchAll(/(?:from|import)["'`]\.\/([^"'`]+\.js)["'`]/g)].map(
        ([, needed = ""]) => needed,
      ),
    ]),
  );
  const neededBy = (file: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const open = [...(needs.get(file) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...(needs.get(next) ?? []));
    }
    return found;
  };
  expect(Math.max(...scripts().map((file) => neededBy(file).size))).toBeGreaterThan(10);
  expect(scripts().filter((file) => neededBy(file).has(file))).toEqual([]);
});

test("Nothing phones home: no address of RxDB's development mode is in what is shipped", () => {
  for (const file of scripts()) expect(readFileSync(`${assets}/${file}`, "utf8")).not.toContain("rxdb.info/html");
});
