import { encodeQR } from "qr";
import type { Frame, GreyImage } from "../../../src/ui/scanner/decode/grey-image.ts";
import { type Point, projectionOnto, type Quad } from "../../../src/ui/scanner/decode/projection.ts";
import { aRandom } from "../server/fault-proxy.ts";
import { blurredBy } from "./blur.ts";

export type Trouble = {
  /** Width of the blur in modules at most: of a box, or of a Gaussian at half its height. */
  readonly blur?: number;
  readonly kindOfBlur?: "box" | "gaussian";
  /** Standard deviation of the noise at most, of 255. */
  readonly noise?: number;
  /** Share of the frames with a reflection. */
  readonly glare?: number;
};

/** A picture that a camera may take of a code: 640 × 480, turned up to 30°, tilted (each corner up to a tenth of half its side off), contrast 0.3 to 1, uneven light. */
export const cameraFrame = (
  seed: number,
  text: string,
  { blur = 1.5, kindOfBlur = "box", noise = 8, glare = 0.5 }: Trouble = {},
): Frame => {
  const random = aRandom(seed);
  const between = (from: number, to: number): number => from + (to - from) * random();
  const modules = withoutEdge(encodeQR(text, "raw", { ecc: "quartile", border: 1 }));
  const size = modules.length;
  const module = between(5, 13);
  const side = size * module;
  const quad = tiltedSquare(side, between);
  const contrast = between(0.3, 1);
  const black = between(0, 1 - contrast) * 255;
  const [white, width] = [black + contrast * 255, between(0, blur) * module];
  const [spread, across, down] = [between(0, noise), between(-0.3, 0.3), between(-0.3, 0.3)];
  const table = between(0.3, 0.9) * white;
  const middle = [0, 1].map((axis) => quad.reduce((sum, point) => sum + Number(point[axis]), 0) / 4);
  const spot = {
    x: Number(middle[0]) + between(-0.6, 0.6) * side,
    y: Number(middle[1]) + between(-0.6, 0.6) * side,
    size: between(0.03, 0.1) * side,
  };
  const isGlaring = random() < glare;
  const sharp = drawn(quad, size, (u, v) => {
    const isInside = u >= 0 && v >= 0 && u < size && v < size;
    if (isInside) return modules[Math.floor(v)]?.[Math.floor(u)] ? black : white;
    return u > -4 && v > -4 && u < size + 4 && v < size + 4 ? white : table;
  });
  const soft = blurredBy(sharp, width, kindOfBlur);
  const data = new Uint8ClampedArray(soft.values.length * 4).fill(255);
  for (let at = 0; at < soft.values.length; at++) {
    const [x, y] = [at % frameWidth, Math.floor(at / frameWidth)];
    const light = 1 + across * (x / frameWidth - 0.5) + down * (y / frameHeight - 0.5);
    const reflected = isGlaring ? 260 * Math.exp(-(((x - spot.x) ** 2 + (y - spot.y) ** 2) / spot.size ** 2)) : 0;
    const value = Number(soft.values[at]) * light + reflected + (random() + random() + random() - 1.5) * 2 * spread;
    data.fill(value, at * 4, at * 4 + 3);
  }
  return { width: frameWidth, height: frameHeight, data };
};

const withoutEdge = (rows: readonly (readonly boolean[])[]): readonly (readonly boolean[])[] =>
  rows.slice(1, -1).map((row) => row.slice(1, -1));

const [frameWidth, frameHeight] = [640, 480];

const tiltedSquare = (side: number, between: (from: number, to: number) => number): Quad => {
  const turn = (between(-30, 30) * Math.PI) / 180;
  const x = frameWidth / 2 + between(-0.5, 0.5) * (frameWidth - side * 1.5);
  const y = frameHeight / 2 + between(-0.5, 0.5) * Math.max(0, frameHeight - side * 1.5);
  const corner = (across: number, down: number): Point => {
    const [u, v] = [(across * side * (1 + between(-0.1, 0.1))) / 2, (down * side * (1 + between(-0.1, 0.1))) / 2];
    return [x + u * Math.cos(turn) - v * Math.sin(turn), y + u * Math.sin(turn) + v * Math.cos(turn)];
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
};

/** Each pixel as the mean of four places in it. */
const drawn = (quad: Quad, size: number, colourAt: (u: number, v: number) => number): GreyImage => {
  const toCode = inverse(quad, size);
  const values = new Float32Array(frameWidth * frameHeight);
  for (let y = 0; y < frameHeight; y++)
    for (let x = 0; x < frameWidth; x++) {
      let sum = 0;
      for (const dy of [0.25, 0.75]) for (const dx of [0.25, 0.75]) sum += colourAt(...toCode(x + dx, y + dy));
      values[y * frameWidth + x] = sum / 4;
    }
  return { width: frameWidth, height: frameHeight, values };
};

/** From a place in the frame to modules of the code: the adjugate of the matrix that goes the other way. */
const inverse = (quad: Quad, size: number): ((x: number, y: number) => Point) => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = projectionOnto(quad);
  return (x, y) => {
    const u = (e - f * h) * x + (c * h - b) * y + (b * f - c * e);
    const v = (f * g - d) * x + (a - c * g) * y + (c * d - a * f);
    const w = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d);
    return [(u / w) * size, (v / w) * size];
  };
};
