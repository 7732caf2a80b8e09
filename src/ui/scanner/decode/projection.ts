import type { GreyImage } from "./grey-image.ts";

export type Point = readonly [x: number, y: number];
/** Corners in the order upper left, upper right, lower right, lower left. */
export type Quad = readonly [Point, Point, Point, Point];

/** Puts the unit square onto a quad, as a camera sees a flat card. Source: P. Heckbert, Fundamentals of Texture Mapping, 1989. */
export type Projection = readonly number[];

export const projectionOnto = ([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Quad): Projection => {
  const [ax, bx, cx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [ay, by, cy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const scale = ax * by - bx * ay;
  const g = (cx * by - bx * cy) / scale;
  const h = (ax * cy - cx * ay) / scale;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h];
};

/**
 * Brightness of an image at places of the unit square that is laid onto a quad. `places`: u and v in turns. Written out, for a picture asks it a million times; between
 * pixels it is linear, and outside of the image grey.
 */
export const brightnessOn = ({ width, height, values }: GreyImage, quad: Quad, places: Float32Array): Float32Array => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = projectionOnto(quad);
  const seen = new Float32Array(places.length / 2).fill(128);
  for (let at = 0; at < seen.length; at++) {
    const u = places[2 * at] ?? 0;
    const v = places[2 * at + 1] ?? 0;
    const depth = g * u + h * v + 1;
    const x = (a * u + b * v + c) / depth - 0.5;
    const y = (d * u + e * v + f) / depth - 0.5;
    const left = Math.floor(x);
    const top = Math.floor(y);
    if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
    const pixel = top * width + left;
    const upper = (values[pixel] ?? 0) * (left + 1 - x) + (values[pixel + 1] ?? 0) * (x - left);
    const lower = (values[pixel + width] ?? 0) * (left + 1 - x) + (values[pixel + width + 1] ?? 0) * (x - left);
    seen[at] = upper * (top + 1 - y) + lower * (y - top);
  }
  return seen;
};
