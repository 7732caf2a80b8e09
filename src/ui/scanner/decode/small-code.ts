/**
 * The smallest QR code (version 1, 21 × 21 modules): the one that a card has. Three corners, the dashed lines between them and the quiet edge look the same
 * in each. Source: ISO/IEC 18004, figure 3.
 */
export const codeSize = 21;
/** Modules of the quiet edge that are looked at. */
export const edge = 2;
/** Modules in a row of what is looked at. */
export const gridSize = codeSize + 2 * edge;

/** A module whose colour is known beforehand: 1 dark, -1 light. `x` and `y` count from the upper left module, 0 to 20; the edge lies outside of that. */
export type KnownModule = { readonly x: number; readonly y: number; readonly colour: 1 | -1 };

const corners = [
  [0, 0],
  [codeSize - 7, 0],
  [0, codeSize - 7],
] as const;

/** Of a corner, counted from its middle: a dark core of three, a light ring, a dark ring, a light ring. */
export const isDarkInCorner = (x: number, y: number): boolean => {
  const ring = Math.max(Math.abs(x), Math.abs(y));
  return ring <= 1 || ring === 3;
};

const places = Array.from({ length: gridSize * gridSize }, (_, at) => ({
  x: (at % gridSize) - edge,
  y: Math.floor(at / gridSize) - edge,
}));

const colourAt = (x: number, y: number): KnownModule["colour"] | undefined => {
  if (x < 0 || y < 0 || x >= codeSize || y >= codeSize) return -1;
  for (const [left, top] of corners)
    if (Math.abs(x - left - 3) <= 4 && Math.abs(y - top - 3) <= 4)
      return isDarkInCorner(x - left - 3, y - top - 3) ? 1 : -1;
  if (x === 6 || y === 6) return (x + y) % 2 === 0 ? 1 : -1;
  return x === 8 && y === codeSize - 8 ? 1 : undefined;
};

/** For each place of the grid, row by row: 1 dark, -1 light, 0 where it is the content. */
export const knownGrid: Int8Array = Int8Array.from(places, ({ x, y }) => colourAt(x, y) ?? 0);

/** Those of them by which a code is laid onto an image: the edge is looked at one module wide. */
export const knownModules: readonly KnownModule[] = places.flatMap(({ x, y }) => {
  const colour = colourAt(x, y);
  const isNear = Math.min(x, y) >= -1 && Math.max(x, y) <= codeSize;
  return colour !== undefined && isNear ? [{ x, y, colour }] : [];
});
