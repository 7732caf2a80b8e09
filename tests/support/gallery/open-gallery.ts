import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium, sharedBrowser } from "../browser/chromium.ts";
import { watchPage } from "../runs/evidence.ts";
import { serveFolder } from "../server/serve-folder.ts";
import { buildGallery } from "./build-gallery.ts";

export type GalleryVisit = {
  readonly scene: string;
  readonly lang?: string;
  readonly theme?: "light" | "night";
  readonly width?: number;
  readonly height?: number;
};

export type GalleryOptions = {
  /** What the person has set in the browser; 16 unless told. */
  readonly textSize?: number;
  /** The words stand in another font than ours, as until it has come. */
  readonly isFontMissing?: boolean;
};

export type OpenGallery = {
  readonly visit: (visit: GalleryVisit) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** The components in a real browser, built as the app is. */
export const openGallery = async ({ textSize, isFontMissing }: GalleryOptions = {}): Promise<OpenGallery> => {
  const folder = await mkdtemp(join(tmpdir(), "gallery-"));
  await buildGallery(folder);
  const server = await serveFolder(folder);
  const own = textSize === undefined ? undefined : await launchChromium(`--blink-settings=defaultFontSize=${textSize}`);
  const browser = own ?? (await sharedBrowser());
  return {
    visit: (visit) => open(browser, server.origin, visit, isFontMissing),
    close: async () => {
      await own?.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
};

const open = async (browser: Browser, origin: string, visit: GalleryVisit, isFontMissing = false): Promise<Page> => {
  const { scene, lang = "en", theme = "light", width = 360, height = 740 } = visit;
  const page = await browser.newPage({ viewport: { width, height }, locale: "en-GB", reducedMotion: "reduce" });
  watchPage(page);
  if (isFontMissing) await page.route("**/*.woff2", (route) => route.abort());
  await page.goto(`${origin}/?${new URLSearchParams({ scene, lang, theme })}`);
  await page.locator("h1").waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined)); // it may come after the words do
  return page;
};
