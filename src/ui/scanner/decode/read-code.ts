import decodeQR from "qr/decode.js";
import { isInside, outlineOf, withoutPlace } from "./blank-out.ts";
import { type Corner, findCorners } from "./find-corners.ts";
import { type Frame, type GreyImage, greyOf } from "./grey-image.ts";
import { laidQuads, placesOf, quadsThrough } from "./lay-code.ts";
import { brightnessOn, type Point, type Quad } from "./projection.ts";
import { codeSize, edge, gridSize } from "./small-code.ts";
import { readings } from "./unblur.ts";

/** How many of the places that look like a code are read. */
const mostPlaces = 2;

type Code = { readonly text: string; readonly place: Quad };

/**
 * Texts of the codes in a picture: none, the one, or two where there are more, for nobody knows which of them is meant. The library reads what is flat and sharp,
 * of any size; a small code, as cards have it, is also found and read where it is tilted and out of focus (why: the README beside).
 */
export const readCodes = (frame: Frame): readonly string[] => {
  const sharp = decoded(frame);
  const read = sharp ? [sharp] : readBlurred(frame);
  const [first] = read;
  if (!first) return [];
  // What is sharp enough for the library is looked for beside the first one, too; another blurred one only where the first one was.
  const second = decoded(withoutPlace(frame, first.place));
  return [...new Set([...read, ...(second ? [second] : [])].map(({ text }) => text))].slice(0, 2);
};

/** Those that our own eye finds: where one was read, what else looks like a code is read, too. */
const readBlurred = (frame: Frame): readonly Code[] => {
  const image = greyOf(frame);
  const corners = findCorners(image);
  const first = readThrough(image, corners);
  const others = first && corners.filter(({ x, y }) => !isInside(first.place, x, y));
  const second = others && others.length >= 3 ? readThrough(image, others) : undefined;
  return [...(first ? [first] : []), ...(second ? [second] : [])];
};

const readThrough = (image: GreyImage, corners: readonly Corner[]): Code | undefined => {
  for (const place of quadsThrough(image, corners).slice(0, mostPlaces))
    for (const quad of laidQuads(image, place)) {
      const text = readAt(image, quad);
      if (text !== undefined) return { text, place: outlineOf(quad) };
    }
  return undefined;
};

const readAt = (image: GreyImage, quad: Quad): string | undefined => {
  for (const { modules } of readings(brightnessOf(image, quad))) {
    const read = decoded(drawn(modules));
    if (read !== undefined) return read.text;
  }
  return undefined;
};

/** Mean brightness in the middle of each module, row by row, the edge included. */
const brightnessOf = (image: GreyImage, quad: Quad): Float32Array => {
  const seen = brightnessOn(image, quad, middles);
  return Float32Array.from({ length: gridSize * gridSize }, (_, at) => mean(seen.subarray(at * 9, at * 9 + 9)));
};

const inside = [-0.25, 0, 0.25];
/** Nine places of each module. */
const middles = placesOf(
  Array.from({ length: gridSize * gridSize }, (_, at) =>
    inside.flatMap((down) =>
      inside.map((across) => ({ x: (at % gridSize) - edge + across, y: Math.floor(at / gridSize) - edge + down })),
    ),
  ).flat(),
);

const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pixels of a module, and modules of the edge, in what is drawn for the library. */
const [scale, margin] = [4, 4];

const drawn = (modules: Float32Array): Frame => {
  const width = (codeSize + 2 * margin) * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let at = 0; at < width * width; at++) {
    const x = Math.floor((at % width) / scale) - margin;
    const y = Math.floor(at / width / scale) - margin;
    const isInside = x >= 0 && y >= 0 && x < codeSize && y < codeSize;
    if (isInside && modules[(y + edge) * gridSize + x + edge] === 1) data.fill(0, at * 4, at * 4 + 3);
  }
  return { width, height: width, data };
};

/** What the library reads, and where in the picture that lies. */
const decoded = (frame: Frame): Code | undefined => {
  let place: Quad | undefined;
  try {
    const text = decodeQR(frame, {
      effort: 1,
      pointsOnDetect: ({ outline: [a, b, c, d] }) => {
        place = [pointOf(a), pointOf(b), pointOf(c), pointOf(d)];
      },
    });
    return place && { text, place };
  } catch {
    return undefined; // no code in it, or none that can be read
  }
};

const pointOf = ({ x, y }: { readonly x: number; readonly y: number }): Point => [x, y];
