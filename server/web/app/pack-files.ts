import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const worthIt = 1_024;

/** After the build: beside each text file of the app its `.br` and `.gz`, so that no request waits for compression. */
export const packFiles = (folder: string): Plugin => ({
  name: "prystan-pack-files",
  apply: "build",
  closeBundle: () => {
    if (!existsSync(folder)) return;
    for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (/\.(js|css|html|svg|json|webmanifest|wasm)$/.test(path)) pack(join(folder, path));
    }
  },
});

const pack = (file: string): void => {
  const bytes = readFileSync(file);
  if (bytes.length < worthIt) return;
  const parameters = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: parameters }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
};
