import { numberInSeries } from "../../../src/domain/numbers/number-series.ts";
import { cardText } from "../../../src/domain/numbers/short-code.ts";
import { readCodes } from "../../../src/ui/scanner/decode/read-code.ts";
import { cameraFrame, type Trouble } from "../../support/scanning/camera-frame.ts";

/** Reads the picture of one seed: whether it said what stands there, something else, and how long it took (ms). */
export const readPicture = (seed: number, kindOfBlur: NonNullable<Trouble["kindOfBlur"]>) => {
  const text = cardText(numberInSeries(20_450, seed % 1_000));
  const frame = cameraFrame(seed, text, { kindOfBlur });
  const began = performance.now();
  const [read, ...others] = readCodes(frame);
  return {
    isRead: read === text,
    isWrong: others.length > 0 || (read !== undefined && read !== text),
    took: performance.now() - began,
  };
};
