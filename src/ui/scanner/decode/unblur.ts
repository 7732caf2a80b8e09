import { leastSquares } from "./least-squares.ts";
import { gridSize, knownGrid } from "./small-code.ts";

/** What was read of a grid of modules, row by row: 1 dark, 0 light; and how badly it explains what was seen. */
export type Reading = { readonly modules: Float32Array; readonly misfit: number };

/** Out of focus by so much: the standard deviation of a Gaussian, in modules. */
const blurs = [0.2, 0.35, 0.45, 0.55, 0.65, 0.75];
/** Brightness beyond which an error says no more: a reflection. */
const mostMisfit = 60;

/** Colours of the modules that, blurred, explain the brightness that was seen best; one reading for each blur, the best first. */
export const readings = (seen: Float32Array): readonly Reading[] => {
  const start = besideOthers(seen);
  const all = blurs.map((blur) => explained(seen, start, kernelOf(blur)));
  return [...all.sort((a, b) => a.misfit - b.misfit).slice(0, 4), { modules: start, misfit: Number.POSITIVE_INFINITY }];
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
const explained = (seen: Float32Array, start: Float32Array, kernel: readonly number[]): Reading => {
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

type Light = { readonly gain: Float32Array; readonly weights: Float32Array; readonly kernel: readonly number[] };

/** True where a module was turned over. `errors` follow. */
const turnOver = (modules: Float32Array, errors: Float32Array, { gain, weights, kernel }: Light): boolean => {
  let isChanged = false;
  for (let at = 0; at < modules.length; at++) {
    if (knownGrid[at] !== 0) continue;
    const turn = 1 - 2 * (modules[at] ?? 0);
    let change = 0;
    each(at, 2, (other, x, y) => {
      const by = (gain[other] ?? 0) * (kernel[x + 2] ?? 0) * (kernel[y + 2] ?? 0) * turn;
      change += (weights[other] ?? 0) * (by * by - 2 * (errors[other] ?? 0) * by);
    });
    if (change >= 0) continue;
    isChanged = true;
    modules[at] = (modules[at] ?? 0) + turn;
    each(at, 2, (other, x, y) => {
      errors[other] = (errors[other] ?? 0) - (gain[other] ?? 0) * (kernel[x + 2] ?? 0) * (kernel[y + 2] ?? 0) * turn;
    });
  }
  return isChanged;
};

/** Light and contrast that change evenly over the card, by least squares. */
const fitLight = (
  seen: Float32Array,
  shown: Float32Array,
  weights: Float32Array,
): { readonly error: Float32Array; readonly gain: Float32Array } => {
  const [u0 = 0, u1 = 0, u2 = 0, g0 = 0, g1 = 0, g2 = 0] = leastSquares(
    Array.from(seen, (value, at) => {
      const [x, y] = placeOf(at);
      const dark = shown[at] ?? 0;
      return { row: [1, x, y, dark, dark * x, dark * y], value, weight: weights[at] ?? 0 };
    }),
  );
  const gain = Float32Array.from(seen, (_, at) => {
    const [x, y] = placeOf(at);
    return g0 + g1 * x + g2 * y;
  });
  const error = Float32Array.from(seen, (value, at) => {
    const [x, y] = placeOf(at);
    return value - (u0 + u1 * x + u2 * y) - (gain[at] ?? 0) * (shown[at] ?? 0);
  });
  return { error, gain };
};

/** From -0.5 to 0.5 over the grid. */
const placeOf = (at: number): readonly [number, number] => [
  (at % gridSize) / gridSize - 0.5,
  Math.floor(at / gridSize) / gridSize - 0.5,
];

/** What lies far off, as a reflection does, counts little. */
const trusted = (errors: Float32Array): Float32Array => {
  const sizes = Float32Array.from(errors, Math.abs).sort();
  const usual = Math.max(1, 5 * (sizes[sizes.length >> 1] ?? 0));
  return Float32Array.from(errors, (error) => 1 / (1 + (error / usual) ** 2));
};

const blurred = (modules: Float32Array, kernel: readonly number[]): Float32Array =>
  Float32Array.from(modules, (_, at) => {
    let sum = 0;
    each(at, 2, (other, x, y) => {
      sum += (kernel[x + 2] ?? 0) * (kernel[y + 2] ?? 0) * (modules[other] ?? 0);
    });
    return sum;
  });

/** Parts of a Gaussian that fall into a module and its two neighbours on each side. */
const kernelOf = (blur: number): readonly number[] => {
  const below = (x: number): number => 1 / (1 + Math.exp((-1.702 * x) / blur));
  const parts = [-2, -1, 0, 1, 2].map((x) => below(x + 0.5) - below(x - 0.5));
  const all = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / all);
};

/** Places of the grid that are at most `reach` away in each direction. */
const each = (at: number, reach: number, look: (other: number, x: number, y: number) => void): void => {
  const [left, top] = [at % gridSize, Math.floor(at / gridSize)];
  for (let y = Math.max(-reach, -top); y <= Math.min(reach, gridSize - 1 - top); y++)
    for (let x = Math.max(-reach, -left); x <= Math.min(reach, gridSize - 1 - left); x++)
      look(at + y * gridSize + x, x, y);
};
