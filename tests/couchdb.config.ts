import { mergeConfig } from "vitest/config";
import base from "../vite.config.ts";

/** A CouchDB itself is asked here, or asks the embedded store: nothing of it goes through a front. */
const direct = [
  "tests/server/couch/conformance/error-names.test.ts",
  "tests/server/couch/conformance/random-selectors.couchdb.ts",
  "tests/server/couch/conformance/replicator.couchdb.ts",
  "tests/server/couch/conformance/selectors.test.ts",
];

/** What runs against an existing CouchDB: `npm run test:couchdb`. */
export default {
  ...mergeConfig(base, {}),
  test: {
    ...base.test,
    include: [
      "tests/src/sync/**/*.test.ts",
      "tests/server/design/*.test.ts",
      "tests/server/workers/**/*.test.ts",
      "tests/server/audit/following.test.ts",
      "tests/server/phones/*.test.ts",
      "tests/server/web/headers.test.ts",
      "tests/server/web/sign-in/{bind-sessions,passphrases}.test.ts",
      "tests/server/cli/commands.test.ts",
      "tests/server/couch/conformance/conformance.couchdb.ts",
      ...(process.env.VIA === "front" ? [] : direct),
      "tests/invariants/simulation.test.ts",
    ],
  },
};
