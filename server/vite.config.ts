import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { validatorText } from "./design/validator-text.ts";

/** Bundles what runs on the server; packages stay in node_modules. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  plugins: [validatorText()],
  publicDir: false,
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/server",
    minify: false,
    rolldownOptions: {
      input: { main: "server/main.ts", prystan: "server/cli/prystan.ts" },
      output: { format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
});
