import type { Frame } from "./grey-image.ts";
import { readCode } from "./read-code.ts";

/** One picture, one answer. */
addEventListener("message", ({ data }: MessageEvent<Frame>) => postMessage(readCode(data)));
