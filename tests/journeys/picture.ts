import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { standingStill } from "../support/browser/standing-still.ts";

/** A screenshot for people: once its subject is there, and nothing loads or moves any more. */
export const pictureOf = async (page: Page, subject: string, path: string): Promise<void> => {
  await page.locator(subject).first().waitFor();
  await standingStill(page);
  await page.screenshot({ path });
};

/** Puts screenshots of a phone side by side into one picture: the one in the README. */
export const sideBySide = async (page: Page, files: readonly string[], output: string): Promise<void> => {
  const images = files.map((file) => `<img src="${dataUrl(file)}" width="300">`);
  await page.setViewportSize({ width: 316 * files.length + 16, height: 649 });
  await page.setContent(`<body style="margin:16px;display:flex;gap:16px;background:#dfe8e8">${images.join("")}</body>`);
  await page.screenshot({ path: output });
};

/** Which thirds (0 to 2) of a published picture show another screen than the fresh one, a spinner for example: by brightness, coarsely. */
export const unlikeThirds = async (page: Page, published: string, fresh: string): Promise<readonly number[]> => {
  const far = await page.evaluate(distances, [dataUrl(published), dataUrl(fresh)]);
  console.log(`the published picture differs from the fresh one by ${far.map((third) => third.toFixed(3)).join(", ")}`);
  return far.flatMap((distance, third) => (distance > mostUnlike ? [third] : []));
};

/** Mean difference of brightness, of 1. Other names, numbers and marks of sync make up to 0.02; a spinner in place of a list 0.1. */
const mostUnlike = 0.06;

const distances = async (urls: readonly string[]): Promise<readonly number[]> => {
  const [columns, rows] = [36, 48];
  const brightness = async (url: string): Promise<readonly number[]> => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [columns, rows];
    const drawing = canvas.getContext("2d");
    drawing?.drawImage(image, 0, 0, columns, rows);
    const { data = new Uint8ClampedArray() } = drawing?.getImageData(0, 0, columns, rows) ?? {};
    return Array.from(
      { length: columns * rows },
      (_, cell) => ((data[cell * 4] ?? 0) + (data[cell * 4 + 1] ?? 0) + (data[cell * 4 + 2] ?? 0)) / 765,
    );
  };
  const [one = [], other = []] = await Promise.all(urls.map(brightness));
  const sums = [0, 0, 0];
  one.forEach((value, cell) => {
    const third = Math.floor(((cell % columns) / columns) * 3);
    sums[third] = (sums[third] ?? 0) + Math.abs(value - (other[cell] ?? 0));
  });
  return sums.map((sum) => sum / ((columns * rows) / 3));
};

const dataUrl = (file: string): string => `data:image/png;base64,${readFileSync(file).toString("base64")}`;
