import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { firstLanguage } from "../../../src/i18n/first-language.ts";

/**
 * What the page says beforehand of the words it shows first, by the languages that the browser asks for: they come along with the scripts, a
 * round trip sooner than these could ask. Of no use to a phone that remembers another language; that one has the page from its service worker.
 */
export const firstWordsIn = (app: string): ((acceptLanguage: string | undefined) => string | undefined) => {
  const assets = join(app, "assets");
  const files = existsSync(assets) ? readdirSync(assets).filter((file) => file.endsWith(".js")) : [];
  return (acceptLanguage = "") => {
    const preferred = acceptLanguage.split(",").map((tag) => tag.replace(/;.*/, "").trim());
    const language = firstLanguage({ asked: null, remembered: null, preferred });
    const words = files.filter((file) => file.startsWith(`${language}-lock-`) || file.startsWith("words-by-area-"));
    return words.map((file) => `</assets/${file}>; rel=modulepreload`).join(", ") || undefined;
  };
};
