import { createRequire } from "node:module";
import type { argon2id as Derive } from "hash-wasm";

// By another way than `import`, for which this file stands.
const library: { readonly argon2id: typeof Derive } = createRequire(import.meta.url)("hash-wasm");

/** Stands for the library where `buildUnderTest` is the quick one: the same work, a thousandth of it. */
export const argon2id: typeof Derive = (options) => library.argon2id({ ...options, memorySize: 64, iterations: 1 });
