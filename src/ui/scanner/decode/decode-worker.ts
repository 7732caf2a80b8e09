import type { Frame } from "./grey-image.ts";
import { readCodes } from "./read-code.ts";

/** One picture, one answer. */
addEventListener("message", ({ data }: MessageEvent<Frame>) => postMessage(readCodes(data)));
