import { readdirSync, readFileSync } from "node:fs";

/**
 * Which tests run when. `units` need no browser; `browser` opens Chromium. What stands in neither is a bench or belongs to a part of the
 * long suite (`tests/soak.mjs`).
 */

/** Folders and files whose tests open Chromium. */
const browserPlaces = [
  "tests/journeys/",
  "tests/attacks/",
  "tests/faults/",
  "tests/sw/",
  "tests/src/ui/accessibility.test.ts",
  "tests/src/ui/behaviour.test.ts",
];
export const browser = browserPlaces.map(globOf);

/** Needs builds of other versions, which take minutes; browsers besides Chromium; the tests of the tests; what measures; chance at length. */
const longPlaces = [
  "tests/attacks/unsent-work.test.ts",
  "tests/faults/flapping.test.ts",
  "tests/faults/full.test.ts",
  "tests/faults/restored.test.ts",
  "tests/faults/shift.test.ts",
  "tests/faults/upgrade.test.ts",
  "tests/journeys/first-minutes/enrolment-mishaps.test.ts",
  "tests/versions/",
  "tests/browsers/",
  "tests/paper/",
  "tests/test-of-tests/",
  "tests/bench/",
];
export const longOnly = longPlaces.map(globOf);

/** Units that replace a module: in a process of their own, or the others would find it replaced, or loaded before. */
export const replacing = ["tests/src", "tests/invariants", "tests/server"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.test\.tsx?$/.test(file) && /vi\.mock\(|\/cheap-passwords/.test(readFileSync(file, "utf8"))),
);

/** Units that need seconds each, or a build: `npm run verify` leaves them to `npm test`. */
export const slowUnits = JSON.parse(readFileSync(new URL("slow-files.json", import.meta.url), "utf8"));

/** The long suite, by part: `npm run test:soak -- PART`. `files` are parts of paths. */
export const parts = {
  simulation: { files: ["tests/invariants/simulation.test.ts"], environment: { SEQUENCES: "1500", COMMANDS: "50" } },
  ...Object.fromEntries(
    [1, 2, 3, 4].map((part) => [
      `convoy-${part}`,
      {
        files: ["tests/invariants/convoy.test.ts"],
        environment: { SEQUENCES: "1250", COMMANDS: "50", PART: String(part) },
      },
    ]),
  ),
  merge: { files: ["tests/invariants/merge.test.ts"], environment: { CASES: "20000" } },
  "test-of-tests": { files: ["tests/test-of-tests"] },
  couch: { files: ["tests/server"], environment: { COUCH_LISTS: "5000" } },
  attacks: {
    files: [
      "tests/attacks/canary",
      "tests/attacks/over",
      "tests/attacks/behind",
      "tests/attacks/scripts",
      "tests/attacks/odd",
    ],
  },
  "unsent-work": { files: ["tests/attacks/unsent-work"], environment: { PHONES: "50" } },
  screens: {
    files: [
      "tests/journeys/screens",
      "tests/journeys/first-screen",
      "tests/src/ui/accessibility",
      "tests/src/ui/behaviour",
    ],
  },
  faults: { files: ["tests/faults"], exclude: ["tests/faults/flapping.test.ts", "tests/faults/upgrade.test.ts"] },
  flapping: { files: ["tests/faults/flapping"] },
  browsers: { files: ["tests/browsers"] },
  enrolment: { files: ["tests/journeys/first-minutes/enrolment-mishaps"] },
  // Half a year and half a day later, by every clock there is: what is red by the hour would turn every run red one day. Without what sets clocks itself.
  "another-hour": {
    files: ["tests/journeys", "tests/src/domain", "tests/src/live", "tests/server/workers"],
    exclude: ["first-release", "lock", "lost-phone"].map((name) => `tests/journeys/${name}.test.ts`),
    environment: {
      SOAK: "",
      CLOCK_OFFSET: String(183.5 * 24 * 3_600_000),
      NODE_OPTIONS: `--import=${new URL("support/server/at-another-time.mjs", import.meta.url)}`,
    },
  },
  paper: { files: ["tests/paper"] },
  versions: { files: ["tests/versions", "tests/faults/upgrade"] },
};

/** The names of the suites that run a file, for people. */
export function suitesOf(file) {
  const isIn = (place) => file.startsWith(place);
  const bench = /^tests\/bench\/([^.]+)\.bench\.mjs$/.exec(file)?.[1] ?? (file.startsWith("tests/bench/") && "phones");
  if (bench) return [`bench -- ${bench}`];
  const long = Object.entries(parts).flatMap(([name, { files, exclude = [] }]) =>
    files.some((part) => file.includes(part)) && !exclude.includes(file) ? [`test:soak -- ${name}`] : [],
  );
  return longPlaces.some(isIn) ? long : ["npm test", ...long];
}

function globOf(place) {
  return place.endsWith("/") ? `${place}**/*.test.{ts,tsx}` : place;
}
