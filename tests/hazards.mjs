// `node tests/hazards.mjs`: where each fault (F), attack (A), property (P, D) and load (L) is tested, id → file → suite. Ends with 1 where
// one has neither a place nor a reason. `tests/README.md` shows the same table.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { suitesOf } from "./suites.mjs";

/** Ids of the matrix of hazards that the tests are held to. */
export const ids = [
  ...[...Array(25).keys()].map((number) => `F${number + 1}`),
  ...[...Array(25).keys()].map((number) => `A${number + 1}`),
  ...[...Array(9).keys()].map((number) => `P${number + 1}`),
  "D1",
  ...[...Array(8).keys()].map((number) => `L${number + 1}`),
];

/** By id: the files that test it, and why it has none or no short form. */
export const places = JSON.parse(readFileSync(new URL("hazards.json", import.meta.url), "utf8"));

export const withoutPlace = () => ids.filter((id) => !places[id]?.files.length && !places[id]?.why);

/** Rows of Markdown. */
export const table = () =>
  ids.map((id) => {
    const { files, why = "" } = places[id];
    const tests = files.map((file) => `\`${file.replace("tests/", "")}\` (${suitesOf(file).join(", ")})`);
    return `| ${id} | ${[...tests, why].filter(Boolean).join(" · ")} |`;
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const id of ids) {
    const { files, why } = places[id];
    for (const file of files) console.log(`${id.padEnd(4)} ${file.padEnd(52)} ${suitesOf(file).join(", ")}`);
    if (why) console.log(`${id.padEnd(4)} ${why}`);
  }
  const missing = withoutPlace();
  console.log(missing.length > 0 ? `Without a place: ${missing.join(", ")}` : `${ids.length} ids, each has a place`);
  process.exit(missing.length > 0 ? 1 : 0);
}
