import { type GreyImage, shrunk, sumsOf } from "./grey-image.ts";
import { isDarkInCorner } from "./small-code.ts";

/** The middle of what looks like a corner of a code, in pixels; `likeness` up to 1. */
export type Corner = { readonly x: number; readonly y: number; readonly likeness: number };

/** Pixels that a module is looked for in. */
const modules = [3.6, 4.5, 5.6, 7, 8.8, 11, 13.7];
/** Pixels of a module in the shrunk image. */
const pixels = 2;
/** A corner looks the same after a quarter turn. */
const turns = [0, 22.5, 45, 67.5].map((degrees) => (degrees * Math.PI) / 180);
const mostCorners = 14;
const leastLikeness = 0.6;
/** Standard deviation of brightness below which a place is plain. */
const plain = 5;

/**
 * A corner as it is seen a little out of focus, module by module from its middle: the light ring in it has lost most. The outermost corners of the light ring
 * around it may lie beyond the quiet edge.
 */
const cells = Array.from({ length: 81 }, (_, at) => ({ x: (at % 9) - 4, y: Math.floor(at / 9) - 4 })).flatMap(
  ({ x, y }) => {
    const ring = Math.max(Math.abs(x), Math.abs(y));
    return ring === 4 && Math.abs(x) === Math.abs(y)
      ? []
      : [{ x, y, light: isDarkInCorner(x, y) ? (ring <= 1 ? -0.9 : -0.65) : ring === 2 ? 0.25 : 0.8 }];
  },
);
const meanLight = cells.reduce((sum, { light }) => sum + light, 0) / cells.length;
const pattern = Float32Array.from(cells, ({ light }) => light - meanLight);
const patternLength = Math.hypot(...pattern);

/** Places where an image correlates with the corner of a code, whatever its size and turn; the likeliest first. */
export const findCorners = (image: GreyImage): readonly Corner[] => {
  const sums = sumsOf(image);
  const found = modules.flatMap((module) => cornersOfSize(shrunk(image, sums, module / pixels), module / pixels));
  const kept: (Corner & { readonly apart: number })[] = [];
  for (const corner of found.sort((a, b) => b.likeness - a.likeness)) {
    if (kept.length === mostCorners) break;
    const isNew = kept.every(
      ({ x, y, apart }) => Math.hypot(x - corner.x, y - corner.y) >= Math.min(apart, corner.apart),
    );
    if (isNew) kept.push(corner);
  }
  return kept;
};

/** `factor`: pixels of the whole image in one of the shrunk one. */
const cornersOfSize = (image: GreyImage, factor: number): readonly (Corner & { readonly apart: number })[] => {
  const { width, height } = image;
  const likeness = likenessOf(image);
  const found: (Corner & { readonly apart: number })[] = [];
  for (let y = margin; y < height - margin; y++)
    for (let x = margin; x < width - margin; x++) {
      const here = likeness[y * width + x] ?? 0;
      if (here >= leastLikeness && isPeak(likeness, width, y * width + x))
        found.push({ x: (x + 0.5) * factor, y: (y + 0.5) * factor, likeness: here, apart: 3 * pixels * factor });
    }
  return found;
};

/** So far from the border that a turned corner fits. */
const margin = Math.ceil(4 * pixels * Math.SQRT2) + 1;

const likenessOf = (image: GreyImage): Float32Array => {
  const { width, height, values } = image;
  const offsets = turns.map((turn) => offsetsOf(turn, width));
  const likeness = new Float32Array(width * height);
  const [right, below] = [4 * pixels, 4 * pixels * width];
  for (let y = margin; y < height - margin; y++)
    for (let x = margin; x < width - margin; x++) {
      const at = y * width + x;
      const around =
        ((values[at - right] ?? 0) +
          (values[at + right] ?? 0) +
          (values[at - below] ?? 0) +
          (values[at + below] ?? 0)) /
        4;
      if (around - (values[at] ?? 0) < plain) continue;
      for (const offset of offsets) {
        const like = correlation(values, at, offset);
        if (like > (likeness[at] ?? 0)) likeness[at] = like;
      }
    }
  return likeness;
};

const offsetsOf = (turn: number, width: number): Int32Array =>
  Int32Array.from(cells, ({ x, y }) => {
    const across = Math.round((x * Math.cos(turn) - y * Math.sin(turn)) * pixels);
    return across + width * Math.round((x * Math.sin(turn) + y * Math.cos(turn)) * pixels);
  });

/** Pearson's correlation of the pattern with what lies around a place; 0 where that is plain. */
const correlation = (values: Float32Array, at: number, offsets: Int32Array): number => {
  let [sum, squares, product] = [0, 0, 0];
  for (let cell = 0; cell < offsets.length; cell++) {
    const value = values[at + (offsets[cell] ?? 0)] ?? 0;
    sum += value;
    squares += value * value;
    product += value * (pattern[cell] ?? 0);
  }
  const spread = squares - (sum * sum) / offsets.length;
  return spread < offsets.length * plain * plain ? 0 : product / (patternLength * Math.sqrt(spread));
};

const isPeak = (values: Float32Array, width: number, at: number): boolean => {
  for (let down = -2; down <= 2; down++)
    for (let across = -2; across <= 2; across++)
      if ((values[at + down * width + across] ?? 0) > (values[at] ?? 0)) return false;
  return true;
};
