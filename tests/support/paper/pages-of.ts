import { spawnSync } from "node:child_process";
import type { Installable } from "../runs/is-installed.ts";

/** A word as it lies on a page, in points from its upper left corner. */
export type PlacedWord = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
export type PaperPage = { readonly width: number; readonly height: number; readonly words: readonly PlacedWord[] };

export const pdfToText: Installable = {
  name: "pdftotext",
  packages: ["poppler-utils"],
  needs: ["/usr/bin/pdftotext"],
};

/** The pages of a PDF with every word's place, as `pdftotext -bbox` tells them. */
export const pagesOf = (path: string): readonly PaperPage[] => {
  const { stdout, status } = spawnSync("pdftotext", ["-bbox", path, "-"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`pdftotext ended with ${status}`);
  return [...stdout.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
    ([, width, height, inside = ""]) => ({
      width: Number(width),
      height: Number(height),
      words: [
        ...inside.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gs),
      ].map(([, left, top, right, bottom, text = ""]) => ({
        text: plain(text),
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    }),
  );
};

const plain = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** Pairs of words of which one covers a fifth of the other or more. */
export const overlapping = ({ words }: PaperPage): readonly string[] => {
  const drawn = words.map(withoutAir);
  return drawn.flatMap((one, place) =>
    drawn.slice(place + 1).flatMap((other) => (covered(one, other) > 0.2 ? [`${one.text} / ${other.text}`] : [])),
  );
};

/** A font's box has as much room above and below as its tallest letter might need: letters stand in the middle half. */
const withoutAir = ({ top, bottom, ...word }: PlacedWord): PlacedWord => ({
  ...word,
  top: top + (bottom - top) / 4,
  bottom: bottom - (bottom - top) / 4,
});

const covered = (one: PlacedWord, other: PlacedWord): number => {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide > 0 && high > 0 ? (wide * high) / Math.min(areaOf(one), areaOf(other)) : 0;
};

const areaOf = ({ left, top, right, bottom }: PlacedWord): number => (right - left) * (bottom - top);
