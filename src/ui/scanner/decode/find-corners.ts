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
type Cell = (typeof cells)[number];

/** What places are compared with: deviations from the mean light of some cells. */
const patternOf = (some: readonly Cell[]) => {
  const mean = some.reduce((sum, { light }) => sum + light, 0) / some.length;
  const deviations = Float32Array.from(some, ({ light }) => light - mean);
  return { cells: some, deviations, length: Math.hypot(...deviations) };
};
type Pattern = ReturnType<typeof patternOf>;

const whole = patternOf(cells);
/** Every second cell, as on a chessboard, for a first look. */
const half = patternOf(cells.filter(({ x, y }) => (x + y) % 2 === 0));

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

/** Every second place of every second row first, then those around what looks promising. */
const likenessOf = (image: GreyImage): Float32Array => {
  const { width, height, values } = image;
  const [coarse, fine] = [half, whole].map((pattern) => turns.map((turn) => offsetsOf(pattern, turn, width)));
  const likeness = new Float32Array(width * height);
  const [right, below] = [4 * pixels, 4 * pixels * width];
  const look = (at: number, pattern: Pattern, offsets: readonly Int32Array[] = []): number => {
    const beside = (values[at - right] ?? 0) + (values[at + right] ?? 0);
    const above = (values[at - below] ?? 0) + (values[at + below] ?? 0);
    if ((beside + above) / 4 - (values[at] ?? 0) < plain) return 0;
    let most = 0;
    for (const offset of offsets) most = Math.max(most, correlation(values, at, pattern, offset));
    return most;
  };
  const promisingAt: number[] = [];
  for (let y = margin + 1; y < height - margin - 1; y += 2)
    for (let x = margin + 1; x < width - margin - 1; x += 2) {
      const at = y * width + x;
      if (look(at, half, coarse) >= promising) promisingAt.push(at);
    }
  for (const at of promisingAt)
    for (const row of [-width, 0, width])
      for (const column of [-1, 0, 1]) {
        const place = at + row + column;
        if (likeness[place] === 0) likeness[place] = look(place, whole, fine);
      }
  return likeness;
};

/** Likeness a place beside the middle of a corner has at least. */
const promising = 0.4;

const offsetsOf = ({ cells: some }: Pattern, turn: number, width: number): Int32Array =>
  Int32Array.from(some, ({ x, y }) => {
    const across = Math.round((x * Math.cos(turn) - y * Math.sin(turn)) * pixels);
    return across + width * Math.round((x * Math.sin(turn) + y * Math.cos(turn)) * pixels);
  });

/** Pearson's correlation of the pattern with what lies around a place; 0 where that is plain. */
const correlation = (
  values: Float32Array,
  at: number,
  { deviations, length }: Pattern,
  offsets: Int32Array,
): number => {
  let [sum, squares, product] = [0, 0, 0];
  for (let cell = 0; cell < offsets.length; cell++) {
    const value = values[at + (offsets[cell] ?? 0)] ?? 0;
    sum += value;
    squares += value * value;
    product += value * (deviations[cell] ?? 0);
  }
  const spread = squares - (sum * sum) / offsets.length;
  return spread < offsets.length * plain * plain ? 0 : product / (length * Math.sqrt(spread));
};

const isPeak = (values: Float32Array, width: number, at: number): boolean => {
  for (let down = -2; down <= 2; down++)
    for (let across = -2; across <= 2; across++)
      if ((values[at + down * width + across] ?? 0) > (values[at] ?? 0)) return false;
  return true;
};
