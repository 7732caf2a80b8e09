import { judgeTests } from "./support/judge-tests.mjs";

/** What people feel of the built app on a phone four times slower than this machine: as it loads, as it is opened, and in the main job. */
export const vitals = async (_built, report) => judgeTests(report, ["tests/bench/vitals"]);
