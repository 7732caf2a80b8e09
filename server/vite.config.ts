import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { validatorText } from "./design/validator-text.ts";
import { packFiles } from "./web/app/pack-files.ts";

/** Bundles what runs on the server, and packs the app that was built before it; packages stay in node_modules. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  plugins: [validatorText(), packFiles(fileURLToPath(new URL("../dist/app", import.meta.url)))],
  publicDir: false,
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/server",
    minify: false,
    rolldownOptions: {
      input: {
        main: "server/main.ts",
        prystan: "server/cli/prystan.ts",
        "deriving-thread": "server/web/sign-in/deriving-thread.ts",
      },
      output: { format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
});
