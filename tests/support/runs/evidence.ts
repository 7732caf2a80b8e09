import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Page } from "playwright-core";

/** What tells why a test went red: the pages that are open, what their consoles said, what the servers logged. */
const consoles = new Map<Page, string[]>();
const logs = new Set<string[]>();

/** Follows a page until it is closed. */
export const watchPage = (page: Page): void => {
  const lines: string[] = [];
  consoles.set(page, lines);
  page.on("console", (message) => keep(lines, `${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => keep(lines, `uncaught: ${error.stack ?? error.message}`));
  page.on("requestfailed", (request) => keep(lines, `no answer: ${request.method()} ${request.url()}`));
  page.on("close", () => consoles.delete(page));
};

/** Follows what a server logs; the answered function forgets it. */
export const watchServer = (log: Readable): (() => void) => {
  const lines: string[] = [];
  logs.add(lines);
  log.on("data", (text) => keep(lines, String(text).trimEnd()));
  return () => logs.delete(lines);
};

const keep = (lines: string[], line: string): void => {
  lines.push(`${new Date().toISOString()} ${line}`);
  if (lines.length > most) lines.shift();
};
const most = 2_000;

/** Writes everything down under a test's name; answers where, or nothing where no page is open and no server runs. */
export const keepEvidence = async (test: string): Promise<string | undefined> => {
  if (consoles.size === 0 && logs.size === 0) return undefined;
  const folder = join("tests/.output/red", test.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 100));
  mkdirSync(folder, { recursive: true });
  const written = [...consoles].map(([page, lines], place) => writePage(page, lines, join(folder, `page-${place}`)));
  [...logs].forEach((lines, place) => {
    writeFileSync(join(folder, `server-${place}.log`), lines.join("\n"));
  });
  await Promise.all(written);
  return folder;
};

/** A page that hangs is left out after a while, for the others. */
const writePage = async (page: Page, lines: readonly string[], path: string): Promise<void> => {
  writeFileSync(`${path}.console.txt`, lines.join("\n"));
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    showPage(page, path),
    new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error("the page does not answer")), 30_000);
    }),
  ]).catch((error) => writeFileSync(`${path}.text.txt`, String(error)));
  clearTimeout(timer);
};

const showPage = async (page: Page, path: string): Promise<void> => {
  const { address, text } = await page.evaluate(() => ({ address: location.href, text: document.body.innerText }));
  writeFileSync(`${path}.text.txt`, `${address}\n\n${text}`);
  await page.screenshot({ path: `${path}.png` });
};
