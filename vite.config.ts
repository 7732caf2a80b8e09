import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { validatorText } from "./server/design/validator-text.ts";
import { serviceWorker } from "./sw/vite-plugin.ts";

/** Libraries change seldom: in files of their own they stay cached when the app is updated. */
const slowlyChanging = [
  { name: "react", test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: "dexie", test: /node_modules\/dexie\// },
  { name: "store", test: /node_modules\/(rxdb|rxjs|mingo|event-reduce-js|oblivious-set|broadcast-channel)\// },
];

export default defineConfig({
  plugins: [react(), validatorText(), serviceWorker()],
  resolve: { dedupe: ["dexie", "rxjs"] },
  build: {
    outDir: "dist/app",
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: slowlyChanging } } },
  },
  server: { port: 5173, proxy: { "/db": process.env.PRYSTAN_SERVER ?? "http://127.0.0.1:8080" } },
  test: { include: ["tests/**/*.test.{ts,tsx}"], testTimeout: 120_000, hookTimeout: 120_000 },
});
