import { defineConfig } from "vitest/config";

/** The long runs: `npx vitest run -c tests/server/couch/soak.config.ts`. */
export default defineConfig({
  test: { root: new URL("../../../", import.meta.url).pathname, include: ["tests/server/couch/*.soak.ts"] },
});
