import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const name = "virtual:validator-text";

/** Vite plugin: `import text from "virtual:validator-text"` is `validate-update.ts` with all it needs, as one function's text. */
export const validatorText = (): Plugin => ({
  name: "validator-text",
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: async (id) => (id === `\0${name}` ? `export default ${JSON.stringify(await bundle())};` : undefined),
});

/** ES2017, because CouchDB's SpiderMonkey builds read a function with a parser of that age. */
const bundle = async (): Promise<string> => {
  const output = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: true,
      target: "es2017",
      lib: { entry: fileURLToPath(new URL("validate-update.ts", import.meta.url)), formats: ["iife"], name: "prystan" },
    },
  });
  const chunk = [output].flat().flatMap((part) => ("output" in part ? part.output : []))[0];
  if (chunk?.type !== "chunk") throw new Error("the validator was not bundled");
  return `(function () {\n${chunk.code}\nreturn function (newDoc, oldDoc, userCtx, secObj) { prystan.validateUpdate(newDoc, oldDoc, userCtx, secObj); };\n})()`;
};
