import { withPhone } from "./support/browser.mjs";
import { withServer } from "./support/server.mjs";
import { openSite } from "./support/site.mjs";

const [changes, line] = [200, { rate: 400, roundTrip: 400 }];

/** A shift's work without a network, then a poor one comes: until the server has all of it. */
export const slowLine = (built, report) =>
  withServer(built, async (server) => {
    const { accounts, phones } = await openSite(server, built.documents, 1);
    for (const phone of phones) phone.close();
    const [account] = accounts;
    const proxy = await built.proxies.openFaultProxy(`http://localhost:${server.port}`);
    const took = await withPhone(built, { address: proxy.address, account }, async ({ page }) => {
      await page.evaluate((name) => window.bench.work(name), account.name);
      proxy.goDown("cut");
      const drafts = built.documents.someDrafts(changes, { site: "medyka" });
      await page.evaluate((all) => window.bench.save("site-medyka", all), drafts);
      proxy.line = line;
      proxy.goUp();
      const began = Date.now();
      const sent = page.evaluate(() => window.bench.allSent());
      await page.evaluate(() => window.bench.wake());
      return ((await sent) - began) / 1000;
    });
    await proxy.stop();
    const { doc_count: stored } = await server.root.ask("GET", "/site-medyka");
    if (stored <= changes) throw new Error(`the server has only ${stored} documents`);
    const name = `${changes} changes at ${line.rate} kbit/s and ${line.roundTrip} ms`;
    report.figure({ name, value: took, unit: "s", bar: 15 });
  });
