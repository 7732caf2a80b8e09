import { appendFileSync, writeFileSync } from "node:fs";
import type { Frame } from "../../../src/ui/scanner/decode/grey-image.ts";

/** Writes pictures as a film of one a second, which Chromium plays over and over in the place of a camera (Y4M, 4:2:0, grey). */
export const writeCameraFile = (path: string, frames: readonly Frame[]): void => {
  const [{ width, height } = { width: 0, height: 0 }] = frames;
  writeFileSync(path, `YUV4MPEG2 W${width} H${height} F1:1 Ip A1:1 C420jpeg\n`);
  for (const { data } of frames) {
    const brightness = Uint8Array.from({ length: width * height }, (_, at) => Number(data[at * 4]));
    appendFileSync(path, "FRAME\n");
    appendFileSync(path, brightness);
    appendFileSync(path, new Uint8Array((width * height) / 2).fill(128));
  }
};
