import { existsSync, readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const assets = "dist/app/assets";
const languages = ["en", "pl", "ru", "uk"];

/** Bytes of a built file after gzip. */
const gzipped = (file: string): number => gzipSync(readFileSync(`${assets}/${file}`)).length;

const scripts = (): readonly string[] => readdirSync(assets).filter((file) => file.endsWith(".js"));
/** JavaScript a volunteer's phone runs: everything but the words of other languages and the screens of leads, drivers and coordinators. */
const isOthers = (file: string): boolean =>
  /^(transport-screens|import-page|transfer-records|phones-page|sites-page)-|^(en|pl|ru|uk)-(transport|lead)-/.test(
    file,
  );
const isWords = (file: string): boolean => languages.some((language) => file.startsWith(`${language}-`));

const wordsOf = (chunk: string): readonly string[] =>
  scripts().filter((file) => file.startsWith(`${chunk}-`) && !isOthers(file));
const sizeOf = (files: readonly string[], size: (file: string) => number): number =>
  files.reduce((sum, file) => sum + size(file), 0);

test("The volunteer's whole role, in the largest language, is at most 300 KiB of gzipped JavaScript", () => {
  expect(existsSync(assets), "build first: npm run build").toBe(true);
  const code = scripts()
    .filter((file) => !isWords(file) && !isOthers(file))
    .reduce((sum, file) => sum + gzipped(file), 0);
  const words = Math.max(...languages.map((language) => sizeOf(wordsOf(language), gzipped)));
  console.log(`JavaScript of the volunteer's role: ${Math.round((code + words) / 1024)} KiB gzip`);
  expect(code + words).toBeLessThanOrEqual(300 * 1024);
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

test("Nothing phones home: no address of RxDB's development mode is in what is shipped", () => {
  for (const file of scripts()) expect(readFileSync(`${assets}/${file}`, "utf8")).not.toContain("rxdb.info/html");
});
