import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { withProfile } from "./support/browser.mjs";
import { addAccounts, withServer } from "./support/server.mjs";
import { untilOpen } from "./support/site.mjs";

const [sites, shortest] = [["medyka", "korczowa", "dorohusk"], 30_000];
/** Looked at so long, then hidden so long (ms): a wait of 50 s ends quietly meanwhile; the app locks itself after a minute. */
const [calm, watched] = [20_000, 55_000];
const watchTimers = fileURLToPath(new URL("browser/watch-timers.js", import.meta.url));

/** The app itself with four databases: how many requests wait at the server, and which timers run while nobody looks at it. */
export const hidden = (built, report) =>
  withServer(built, async (server) => {
    const { root } = server;
    await root.ask("POST", "/directory/_bulk_docs", { docs: sites.map(built.documents.aSite) });
    await untilOpen(
      root,
      sites.map((site) => `site-${site}`),
    );
    const { passphrase, password } = await built.documents.someSecrets("hidden0");
    const roles = ["account", ...sites.map((site) => `volunteer:${site}`)];
    const [account] = await addAccounts(root, 1, roles, { prefix: "hidden", password });
    const { most, timers } = await withProfile(built, `http://localhost:${server.port}`, async ({ page }) => {
      const waits = countWaits(page);
      await page.addInitScript({ path: watchTimers });
      await signIn(page, account.name, passphrase);
      await wait(calm);
      await page.evaluate(() => window.hiding.hide());
      await wait(watched / 2);
      const [person] = built.documents.somePeople(1, { site: "medyka", by: account.name });
      await root.ask("PUT", `/site-medyka/${person._id}`, person);
      await wait(watched / 2);
      return { most: waits(), timers: await page.evaluate(() => window.hiding.armed()) };
    });
    if (timers.length === 0) throw new Error("the app did nothing while it was hidden");
    // Without those of 0 ms, which put work off and wait for nothing.
    const short = timers.filter((timer) => timer.wait > 0 && timer.wait < shortest);
    report.figure({
      name: `${sites.length + 1} databases: requests waiting at once`,
      value: most,
      unit: "requests",
      bar: 2,
    });
    const name = `hidden for ${watched / 1000} s: timers under 30 s`;
    report.figure({ name: `${name} that ran`, value: short.filter(({ ran }) => ran).length, unit: "timers", bar: 0 });
    for (const { where } of short.filter(({ ran }) => ran)) console.error(where);
    report.figure({ name: `${name} armed, also for calls under way`, value: short.length, unit: "timers" });
  });

/** Follows requests that wait for news. Gives the most there were at once. */
const countWaits = (page) => {
  const waiting = new Set();
  let most = 0;
  page.on("request", (request) => {
    if (request.url().includes("feed=longpoll")) waiting.add(request);
    most = Math.max(most, waiting.size);
  });
  for (const event of ["requestfinished", "requestfailed"]) page.on(event, (request) => waiting.delete(request));
  return () => most;
};

const signIn = async (page, name, passphrase) => {
  await page.goto("/");
  await page.fill("#name", name);
  await page.fill("#passphrase", passphrase);
  await page.click("button[type=submit]");
  await page.waitForSelector(".p-bar");
};
