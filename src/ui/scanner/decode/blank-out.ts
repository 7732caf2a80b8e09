import type { Frame } from "./grey-image.ts";
import type { Point, Quad } from "./projection.ts";

/** A quad through the middles of the corners, widened to the whole code and a module around it: from 14 modules to 23. */
export const outlineOf = (quad: Quad): Quad => {
  const middle = [0, 1].map((axis) => quad.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / 4) as unknown as Point;
  const widened = ([x, y]: Point): Point => [
    middle[0] + ((x - middle[0]) * 23) / 14,
    middle[1] + ((y - middle[1]) * 23) / 14,
  ];
  const [a, b, c, d] = quad;
  return [widened(a), widened(b), widened(c), widened(d)];
};

/** The same picture with one place left white: what else is in it can be looked for. */
export const withoutPlace = ({ width, height, data }: Frame, quad: Quad): Frame => {
  const left = data.slice();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (isInside(quad, x + 0.5, y + 0.5)) left.fill(255, (y * width + x) * 4, (y * width + x) * 4 + 4);
  return { width, height, data: left };
};

/** On the same side of all four edges, whichever way they go round. */
const isInside = (quad: Quad, x: number, y: number): boolean => {
  const sides = quad.map(([ax, ay], at) => {
    const [bx, by] = quad[(at + 1) % 4] ?? [0, 0];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
  });
  return sides.every(Boolean) || !sides.some(Boolean);
};
