import { mkdirSync } from "node:fs";
import { openGallery } from "./open-gallery.ts";

/** Pictures of every scene, to be looked at. From the project's folder:
 *  `SHOTS=/tmp/shots node -e 'import("vite").then((vite) => vite.runnerImport("/tests/support/gallery/take-shots.ts"))'` */
const folder = process.env.SHOTS ?? "/tmp/shots";
const only = (process.env.SCENES ?? "form,error,list,state,dialog,confirm,lock,table").split(",");
mkdirSync(folder, { recursive: true });
const gallery = await openGallery();
for (const scene of only) {
  for (const [lang, theme, width, height] of [
    ["en", "light", 360, 740],
    ["uk", "night", 360, 740],
    ["uk", "light", 360, 740],
    ["en", "light", 1200, 800],
  ] as const) {
    const page = await gallery.visit({ scene: scene === "confirm" ? "dialog" : scene, lang, theme, width, height });
    if (scene === "error") await page.locator("[data-test=main-action] button").click();
    if (scene === "dialog") await page.locator(".p-page__body button").first().click();
    if (scene === "confirm") await page.locator(".p-page__body button").nth(1).click();
    await page.screenshot({ path: `${folder}/${scene}-${lang}-${theme}-${width}.png` });
    await page.close();
  }
}
await gallery.close();
