import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { type Browser, chromium, type Page } from "playwright-core";
import { createServer } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));
const project = fileURLToPath(new URL("../../..", import.meta.url));

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
};

export type OpenGallery = {
  readonly visit: (visit: GalleryVisit) => Promise<Page>;
  readonly close: () => Promise<void>;
};

const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The components in a real browser: Vite serves them as in development, without the project's own configuration. */
export const openGallery = async ({ textSize = 16 }: GalleryOptions = {}): Promise<OpenGallery> => {
  const cacheDir = await mkdtemp(join(tmpdir(), "gallery-")); // its own: two files of tests may start at once
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    cacheDir,
    plugins: [react()],
    server: { port: 0, host: "127.0.0.1", hmr: false, watch: null, fs: { allow: [project, cacheDir] } },
    optimizeDeps: { include: ["react", "react-dom/client", "react/jsx-dev-runtime", "i18next"] },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === "string") throw new Error("the gallery has no port");
  const browser = await launch(textSize);
  return {
    visit: (visit) => open(browser, `http://127.0.0.1:${address.port}/`, visit),
    close: async () => {
      await browser.close();
      await server.close();
      await rm(cacheDir, { recursive: true });
    },
  };
};

const launch = (textSize: number): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [...browserFlags, `--blink-settings=defaultFontSize=${textSize}`],
  });

const open = async (browser: Browser, origin: string, visit: GalleryVisit): Promise<Page> => {
  const { scene, lang = "en", theme = "light", width = 360, height = 740 } = visit;
  const page = await browser.newPage({ viewport: { width, height }, locale: "en-GB", reducedMotion: "reduce" });
  await page.goto(`${origin}?${new URLSearchParams({ scene, lang, theme })}`);
  await page.locator("h1").waitFor();
  return page;
};
