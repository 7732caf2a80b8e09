/** Brightness of each pixel, row by row, 0 (black) to 255. */
export type GreyImage = { readonly width: number; readonly height: number; readonly values: Float32Array };

/** RGBA bytes, as a canvas gives them. */
export type Frame = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** Green alone is close to brightness, and the least noisy channel of a camera. */
export const greyOf = ({ width, height, data }: Frame): GreyImage => {
  const values = new Float32Array(width * height);
  for (let at = 0; at < values.length; at++) values[at] = data[at * 4 + 1] ?? 0;
  return { width, height, values };
};

/** Sums of all pixels above and left of a place, with a row and a column of zeros before them. */
export const sumsOf = ({ width, height, values }: GreyImage): Float64Array => {
  const row = width + 1;
  const sums = new Float64Array(row * (height + 1));
  for (let y = 0; y < height; y++) {
    let line = 0;
    for (let x = 0; x < width; x++) {
      line += values[y * width + x] ?? 0;
      sums[(y + 1) * row + x + 1] = (sums[y * row + x + 1] ?? 0) + line;
    }
  }
  return sums;
};

/** A smaller image: each pixel is the mean of `factor` × `factor` pixels (a factor below 1 repeats some). */
export const shrunk = (
  { width, height }: Pick<GreyImage, "width" | "height">,
  sums: Float64Array,
  factor: number,
): GreyImage => {
  const [w, h, row] = [Math.floor(width / factor), Math.floor(height / factor), width + 1];
  const values = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    const top = Math.floor(y * factor) * row;
    const bottom = Math.max(top + row, Math.floor((y + 1) * factor) * row);
    for (let x = 0; x < w; x++) {
      const left = Math.floor(x * factor);
      const right = Math.max(left + 1, Math.floor((x + 1) * factor));
      const sum =
        (sums[bottom + right] ?? 0) - (sums[top + right] ?? 0) - (sums[bottom + left] ?? 0) + (sums[top + left] ?? 0);
      values[y * w + x] = sum / ((right - left) * ((bottom - top) / row));
    }
  }
  return { width: w, height: h, values };
};
