import type { Corner } from "./find-corners.ts";
import type { GreyImage } from "./grey-image.ts";
import { brightnessOn, type Point, type Quad } from "./projection.ts";
import { codeSize, knownModules } from "./small-code.ts";

/** Modules between the middles of two corners. */
const span = codeSize - 7;

/** Middles of modules as places of the square through the middles of the corners. */
export const placesOf = (modules: readonly { readonly x: number; readonly y: number }[]): Float32Array =>
  Float32Array.from(modules.flatMap(({ x, y }) => [(x - 3) / span, (y - 3) / span]));

const knownPlaces = placesOf(knownModules);
const colours = Int8Array.from(knownModules, ({ colour }) => colour);
const allColours = colours.reduce((sum, colour) => sum + colour, 0);

/** How well what is known of a code agrees with an image where the quad lays it: -1 to 1. */
const agreement = (image: GreyImage, quad: Quad): number => {
  const seen = brightnessOn(image, quad, knownPlaces);
  let [sum, squares, product] = [0, 0, 0];
  for (let at = 0; at < seen.length; at++) {
    const value = seen[at] ?? 0;
    sum += value;
    squares += value * value;
    product -= (colours[at] ?? 0) * value;
  }
  const mean = sum / seen.length;
  const deviation = Math.sqrt(Math.max(1, squares / seen.length - mean * mean));
  return (product + allColours * mean) / (seen.length * deviation);
};

/** Three corners of one code, as quads whose fourth corner is guessed; those on which it agrees best first. */
export const quadsThrough = (image: GreyImage, corners: readonly Corner[]): readonly Quad[] => {
  const quads = corners.flatMap((corner) =>
    corners.flatMap((one, at) =>
      corners.slice(at + 1).flatMap((other) => {
        const quad = quadOf(corner, one, other);
        return quad ? [{ quad, agrees: agreement(image, quad) }] : [];
      }),
    ),
  );
  return quads.sort((a, b) => b.agrees - a.agrees).map(({ quad }) => quad);
};

/** Nothing for three places that are no corners of a square, however it is turned and tilted. */
const quadOf = (corner: Corner, one: Corner, other: Corner): Quad | undefined => {
  if (corner === one || corner === other) return undefined;
  const [ax, ay, bx, by] = [one.x - corner.x, one.y - corner.y, other.x - corner.x, other.y - corner.y];
  const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
  const module = (a + b) / (2 * span);
  const isSquare = Math.max(a, b) < 1.7 * Math.min(a, b) && Math.abs(ax * bx + ay * by) < 0.5 * a * b;
  if (!isSquare || module < 3 || module > 18) return undefined;
  const [right, lower] = ax * by - ay * bx > 0 ? [one, other] : [other, one];
  const across: Point = [right.x, right.y];
  return [
    [corner.x, corner.y],
    across,
    [right.x + lower.x - corner.x, right.y + lower.y - corner.y],
    [lower.x, lower.y],
  ];
};

/** Moves the corners of a quad to where a code agrees best with the image: from the likeliest places of the fourth corner, which nothing marks. */
export const laidQuads = (image: GreyImage, quad: Quad): readonly Quad[] => {
  const [corner, right, far, lower] = quad;
  const module = Math.hypot(right[0] - corner[0], right[1] - corner[1]) / span;
  const starts: Laid[] = [];
  for (let across = -4; across <= 4; across += 0.75)
    for (let down = -4; down <= 4; down += 0.75) {
      const moved = (axis: 0 | 1): number =>
        far[axis] + (across * (right[axis] - corner[axis]) + down * (lower[axis] - corner[axis])) / span;
      const start: Quad = [corner, right, [moved(0), moved(1)], lower];
      starts.push({ quad: start, fit: fitOf(image, start) });
    }
  return starts
    .sort((a, b) => b.fit - a.fit)
    .slice(0, mostStarts)
    .map((start) => climbed(image, start, module));
};

type Laid = { readonly quad: Quad; readonly fit: number };

const mostStarts = 2;

/** Agreement, and between quads that agree alike the contrast of what lies between: a grid beside the modules is blurred. */
const fitOf = (image: GreyImage, quad: Quad): number => agreement(image, quad) * 300 + contrast(image, quad);

const contrast = (image: GreyImage, quad: Quad): number => {
  const seen = brightnessOn(image, quad, spread);
  let [sum, squares] = [0, 0];
  for (const value of seen) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / seen.length;
  return Math.sqrt(Math.max(0, squares / seen.length - mean * mean));
};

/** Every third module says enough. */
const spread = placesOf(
  Array.from({ length: codeSize * codeSize }, (_, at) => ({ x: at % codeSize, y: Math.floor(at / codeSize) })).filter(
    ({ x, y }) => (x + y) % 3 === 0,
  ),
);

/** Moves one corner along one axis for as long as that fits better, in ever smaller steps. */
const climbed = (image: GreyImage, start: Laid, module: number): Quad => {
  let best = start;
  for (const step of [0.5, 0.25, 0.12, 0.06].map((part) => part * module))
    for (let round = 0; round < mostRounds; round++) {
      const before = best.fit;
      for (const corner of [0, 1, 2, 3] as const)
        for (const [x, y] of [
          [step, 0],
          [-step, 0],
          [0, step],
          [0, -step],
        ] as const) {
          const quad = withMoved(best.quad, corner, x, y);
          const fit = fitOf(image, quad);
          if (fit > best.fit) best = { quad, fit };
        }
      if (best.fit === before) break;
    }
  return best.quad;
};

const mostRounds = 6;

const withMoved = (quad: Quad, corner: 0 | 1 | 2 | 3, x: number, y: number): Quad =>
  quad.map((point, at) => (at === corner ? [point[0] + x, point[1] + y] : point)) as unknown as Quad;
