import { judgeTests } from "./support/judge-tests.mjs";

/** Journeys and faults whose tests call `budget`, beside those in `phones/`. */
const files = [
  "tests/bench/phones",
  "tests/journeys/main-job.test.ts",
  "tests/journeys/lost-phone.test.ts",
  "tests/faults/answers.test.ts",
  "tests/faults/flapping.test.ts",
  "tests/faults/full.test.ts",
  "tests/faults/kill.test.ts",
  "tests/faults/restored.test.ts",
  "tests/faults/tabs.test.ts",
];

/** The whole app in Chromium: the times that tests measure on their way. */
export const phones = async (_built, report) => judgeTests(report, files);
