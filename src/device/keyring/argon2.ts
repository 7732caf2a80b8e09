import { argon2id } from "hash-wasm";
import { bytesOf } from "./byte-string.ts";
import type { Derivation } from "./derivation-settings.ts";

/** 32 bytes. Alone in its file, which is fetched by itself: the lock does not need it to be shown. Source: RFC 9106. */
export const argon2 = (passphrase: string, { salt, memory, passes, lanes }: Derivation): Promise<Uint8Array> =>
  argon2id({
    password: passphrase.normalize("NFKC"),
    salt: bytesOf(salt),
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: "binary",
  });
