import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));
const project = fileURLToPath(new URL("../../..", import.meta.url));

/** Builds the components' gallery as the app is built, into a folder. */
export const buildGallery = async (outDir: string, ...plugins: readonly Plugin[]): Promise<void> => {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production"; // a test runs in another one
  await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: `${project}/public`,
    plugins: [react(), ...plugins],
    build: { outDir, emptyOutDir: true, target: "es2022" },
  }).finally(() => {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  });
};
