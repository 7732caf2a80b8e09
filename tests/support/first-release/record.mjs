// How `data.tar.br` and `profile.tar.br` were made: `node tests/support/first-release/record.mjs FOLDER`, where FOLDER holds a checkout of
// a10db71, installed and built. Its server fills a data folder with the demonstration; a phone registers two families, and three more
// without a network. Kept are the data folder and, of the profile, what the app itself stores. `recorded.json` says when, and what was saved.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";

const [release] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "prystan-first-release-"));
const [data, profile] = [join(folder, "data"), join(folder, "profile")];
const port = "8077";
const origin = "http://prystan.localhost";
const account = { name: "volunteer", passphrase: "amber bridge lantern seven" };
const administrator = { ADMIN_USER: "admin", ADMIN_PASSWORD: "test-admin" };

const server = spawn("node", ["dist/server/main.js"], {
  cwd: release,
  env: { ...process.env, PORT: port, DATA_DIR: data, ...administrator },
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = new Promise((resolve) => server.once("exit", resolve));
await new Promise((resolve) => server.stdout.on("data", (text) => String(text).includes("Prystan:") && resolve()));

const open = () =>
  chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", `--host-resolver-rules=MAP prystan.localhost:80 127.0.0.1:${port}`],
    viewport: { width: 360, height: 740 },
    locale: "uk-UA",
    timezoneId: "Europe/Warsaw",
    baseURL: origin,
  });
let context = await open();
const [page] = context.pages();
await page.goto("/");
await page.fill("#name", account.name);
await page.fill("#passphrase", account.passphrase);
await page.click("button[type=submit]");
await page.waitForSelector(".p-bar");
await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
const upToDate = () => page.waitForSelector(".p-header-status >> text=Усе надіслано");
await upToDate();

const saved = [];
const register = async (surname) => {
  await page.click('a[href="/arrivals"]');
  await page.click('a[href="/arrivals/new"]');
  await page.fill("#surname", surname);
  for (const head of [1, 2]) {
    await page.locator(".i-counts__cell").nth(6).locator("button").last().click();
    await page
      .locator('input[id$=".givenName"]')
      .nth(head - 1)
      .fill(head === 1 ? "Оля" : "Ганна");
  }
  await page.click("button[type=submit]");
  await page.waitForURL(/\/arrivals\/group\/.+/);
  saved.push({ groupId: `group:${/group\/(.+)$/.exec(page.url())[1]}`, surname, heads: 2 });
};
for (const surname of ["Надісланенко", "Отриманенко"]) await register(surname);
await upToDate();
const sent = saved.splice(0);
await context.setOffline(true);
for (const surname of ["Забужко", "Загірна", "Заполока"]) await register(surname);
// Eight megabytes of nothing, which the app lays again.
await page.evaluate(
  () =>
    new Promise((resolve) => {
      indexedDB.deleteDatabase("prystan-ballast").onsuccess = resolve;
    }),
);
await context.close();
server.kill("SIGTERM");
await ended;

// What was deleted leaves the disk when the browser compacts it at a start.
context = await open();
await context.close();

const pack = (name, from, ...paths) => {
  const { stdout, status } = spawnSync("tar", ["-c", "-C", from, ...paths], { maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${name} was not packed`);
  const packed = brotliCompressSync(stdout, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } });
  writeFileSync(join(here, name), packed);
  console.log(name, packed.length);
};
// The files of that app lie there, too, for pages that are open while a server is upgraded.
pack("data.tar.br", data, "--exclude=./builds", ".");
pack("profile.tar.br", profile, "Default/IndexedDB", "Default/Local Storage");
const recorded = { commit: "a10db71", origin, at: new Date().toISOString(), account, sent, unsent: saved };
writeFileSync(join(here, "recorded.json"), `${JSON.stringify(recorded, null, 2)}\n`);
console.log(folder);
