import type { GreyImage } from "../../../src/ui/scanner/decode/grey-image.ts";

/** Blurs by a box of a width in pixels, or by a Gaussian (three boxes) that is so wide at half its height. */
export const blurredBy = (image: GreyImage, width: number, kind: "box" | "gaussian"): GreyImage => {
  if (kind === "box") return boxed(image, width);
  const each = Math.sqrt(4 * (width / 2.355) ** 2 + 1);
  return [each, each, each].reduce(boxed, image);
};

/** Pixels that lie in the box in part count in part. */
const boxed = (image: GreyImage, width: number): GreyImage => {
  if (width <= 1) return image;
  const reach = Math.ceil(width / 2 + 0.5);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, at) => {
    const place = at - reach;
    return Math.max(0, Math.min(place + 0.5, width / 2) - Math.max(place - 0.5, -width / 2)) / width;
  });
  return passed(passed(image, kernel, [1, 0]), kernel, [0, 1]);
};

const passed = (
  { width, height, values }: GreyImage,
  kernel: readonly number[],
  [dx, dy]: readonly [number, number],
): GreyImage => {
  const reach = (kernel.length - 1) / 2;
  const result = new Float32Array(values.length);
  for (const [place, part] of kernel.entries())
    for (let y = 0; y < height; y++) {
      const row = Math.min(height - 1, Math.max(0, y + (place - reach) * dy)) * width;
      for (let x = 0; x < width; x++) {
        const from = row + Math.min(width - 1, Math.max(0, x + (place - reach) * dx));
        result[y * width + x] = Number(result[y * width + x]) + part * Number(values[from]);
      }
    }
  return { width, height, values: result };
};
