import { leastSquares } from "./least-squares.ts";
import { gridSize, knownGrid } from "./small-code.ts";

/** What was read of a grid of modules, row by row: 1 dark, 0 light; and how badly it explains what was seen. */
export type Reading = { readonly modules: Float32Array; readonly misfit: number };

/** Out of focus by so much: the standard deviation of a Gaussian, in modules. */
const blurs = [0.25, 0.4, 0.55, 0.7];
/** Brightness beyond which an error says no more: a reflection. */
const mostMisfit = 60;

/** Colours of the modules that, blurred, explain the brightness that was seen best; one reading for each blur, the best first. */
export const readings = (seen: Float32Array): readonly Reading[] => {
  const start = besideOthers(seen);
  const all = blurs.map((blur) => explained(seen, start, kernelOf(blur)));
  return [...all.sort((a, b) => a.misfit - b.misfit).slice(0, 3), { modules: start, misfit: Number.POSITIVE_INFINITY }];
};

/** Dark is what is darker than the middle of the brightest and the darkest around it. */
const besideOthers = (seen: Float32Array): Float32Array =>
  Float32Array.from(seen, (value, at) => {
    const known = knownGrid[at] ?? 0;
    if (known !== 0) return known > 0 ? 1 : 0;
    let [least, most] = [Number.POSITIVE_INFINITY, 0];
    each(at, 4, (other) => {
      least = Math.min(least, seen[other] ?? 0);
      most = Math.max(most, seen[other] ?? 0);
    });
    return value < (least + most) / 2 ? 1 : 0;
  });

/** In turns: fits light and contrast to the modules, then turns over each module that explains more in the other colour. */
const explained = (seen: Float32Array, start: Float32Array, kernel: Float32Array): Reading => {
  const modules = Float32Array.from(start);
  let weights: Float32Array = new Float32Array(seen.length).fill(1);
  let errors: Float32Array = new Float32Array(seen.length);
  for (let round = 0; round < 6; round++) {
    const { error, gain } = fitLight(seen, blurred(modules, kernel), weights);
    errors = error;
    weights = trusted(error);
    if (!turnOver(modules, errors, { gain, weights, kernel })) break;
  }
  return { modules, misfit: errors.reduce((sum, error) => sum + Math.min(Math.abs(error), mostMisfit), 0) };
};

type Light = { readonly gain: Float32Array; readonly weights: Float32Array; readonly kernel: Float32Array };

/** True where a module was turned over. `errors` follow. */
const turnOver = (modules: Float32Array, errors: Float32Array, { gain, weights, kernel }: Light): boolean => {
  let isChanged = false;
  for (let at = 0; at < modules.length; at++) {
    if (knownGrid[at] !== 0) continue;
    const turn = 1 - 2 * (modules[at] ?? 0);
    let change = 0;
    // The grid has two known modules around it, so that all of the neighbours are on it.
    for (let y = -2; y <= 2; y++)
      for (let x = -2; x <= 2; x++) {
        const other = at + y * gridSize + x;
        const by = (gain[other] ?? 0) * (kernel[(y + 2) * 5 + x + 2] ?? 0) * turn;
        change += (weights[other] ?? 0) * by * (by - 2 * (errors[other] ?? 0));
      }
    if (change >= 0) continue;
    isChanged = true;
    modules[at] = (modules[at] ?? 0) + turn;
    for (let y = -2; y <= 2; y++)
      for (let x = -2; x <= 2; x++) {
        const other = at + y * gridSize + x;
        errors[other] = (errors[other] ?? 0) - (gain[other] ?? 0) * (kernel[(y + 2) * 5 + x + 2] ?? 0) * turn;
      }
  }
  return isChanged;
};

/** Light and contrast that change evenly over the card, by least squares. */
const fitLight = (
  seen: Float32Array,
  shown: Float32Array,
  weights: Float32Array,
): { readonly error: Float32Array; readonly gain: Float32Array } => {
  const [u0 = 0, u1 = 0, u2 = 0, g0 = 0, g1 = 0, g2 = 0] = leastSquares(seen, weights, 6, (at, row) => {
    const [x, y, dark] = [placeX[at] ?? 0, placeY[at] ?? 0, shown[at] ?? 0];
    row[0] = 1;
    row[1] = x;
    row[2] = y;
    row[3] = dark;
    row[4] = dark * x;
    row[5] = dark * y;
  });
  const gain = seen.map((_, at) => g0 + g1 * (placeX[at] ?? 0) + g2 * (placeY[at] ?? 0));
  const error = seen.map((value, at) => {
    const light = u0 + u1 * (placeX[at] ?? 0) + u2 * (placeY[at] ?? 0);
    return value - light - (gain[at] ?? 0) * (shown[at] ?? 0);
  });
  return { error, gain };
};

/** Where each module lies, from -0.5 to 0.5 over the grid. */
const placeX = Float32Array.from({ length: gridSize * gridSize }, (_, at) => (at % gridSize) / gridSize - 0.5);
const placeY = Float32Array.from(
  { length: gridSize * gridSize },
  (_, at) => Math.floor(at / gridSize) / gridSize - 0.5,
);

/** What lies far off, as a reflection does, counts little. */
const trusted = (errors: Float32Array): Float32Array => {
  const sizes = Float32Array.from(errors, Math.abs).sort();
  const usual = Math.max(1, 5 * (sizes[sizes.length >> 1] ?? 0));
  return Float32Array.from(errors, (error) => 1 / (1 + (error / usual) ** 2));
};

/** Beyond the grid all is light. */
const blurred = (modules: Float32Array, kernel: Float32Array): Float32Array => {
  const result = new Float32Array(modules.length);
  for (let at = 0; at < modules.length; at++) {
    if (modules[at] !== 1) continue;
    for (let y = -2; y <= 2; y++)
      for (let x = -2; x <= 2; x++) {
        const other = at + y * gridSize + x;
        result[other] = (result[other] ?? 0) + (kernel[(y + 2) * 5 + x + 2] ?? 0);
      }
  }
  return result;
};

/** Parts of a Gaussian that fall into a module and its two neighbours on each side, 5 × 5 in rows. */
const kernelOf = (blur: number): Float32Array => {
  const below = (x: number): number => 1 / (1 + Math.exp((-1.702 * x) / blur));
  const parts = [-2, -1, 0, 1, 2].map((x) => below(x + 0.5) - below(x - 0.5));
  const all = parts.reduce((sum, part) => sum + part, 0);
  return Float32Array.from(parts.flatMap((down) => parts.map((across) => (down * across) / all ** 2)));
};

/** Places of the grid that are at most `reach` away in each direction. */
const each = (at: number, reach: number, look: (other: number, x: number, y: number) => void): void => {
  const [left, top] = [at % gridSize, Math.floor(at / gridSize)];
  for (let y = Math.max(-reach, -top); y <= Math.min(reach, gridSize - 1 - top); y++)
    for (let x = Math.max(-reach, -left); x <= Math.min(reach, gridSize - 1 - left); x++)
      look(at + y * gridSize + x, x, y);
};
