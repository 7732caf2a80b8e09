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
  const [xs, ys] = [quad.map(([x]) => x), quad.map(([, y]) => y)];
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.floor(value)));
  for (let y = within(Math.min(...ys), height); y < within(Math.max(...ys) + 1, height); y++)
    for (let x = within(Math.min(...xs), width); x < within(Math.max(...xs) + 1, width); x++)
      if (isInside(quad, x, y)) left.fill(255, (y * width + x) * 4, (y * width + x) * 4 + 4);
  return { width, height, data: left };
};

/** Whether a place lies in a quad: on the same side of all four edges, whichever way they go round. */
export const isInside = (quad: Quad, x: number, y: number): boolean => {
  let left = 0;
  for (let at = 0; at < 4; at++) {
    const [ax, ay] = quad[at] ?? [0, 0];
    const [bx, by] = quad[(at + 1) % 4] ?? [0, 0];
    if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0) left += 1;
  }
  return left === 0 || left === 4;
};
