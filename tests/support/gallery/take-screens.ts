import { mkdirSync } from "node:fs";
import { openPhone } from "../browser/chromium.ts";
import { everyScreen } from "../browser/every-screen.ts";
import { standingStill } from "../browser/standing-still.ts";
import { signIn } from "../browser/steps/sign-in.ts";
import { aServer } from "../server/a-server.ts";

/**
 * Pictures of every screen on the demonstration data, to be looked at one by one: `npm run build && npm run screenshots`. `OUT` names the folder;
 * `WIDTHS`, `LANGUAGES`, `THEMES` and `SCREENS` (lists with commas) take fewer; `OFFLINE=1` takes them without a network.
 */
const folder = process.env.OUT ?? "tests/.output/screenshots";
const listOf = (name: string, all: string): readonly string[] => (process.env[name] ?? all).split(",");
const only = process.env.SCREENS?.split(",");
mkdirSync(folder, { recursive: true });
const server = await aServer();
const phone = await openPhone({ baseURL: server.address });
const { page } = phone;
await signIn(page, "lead");
await page.goto("/settings");
await page.selectOption("#site", "przemysl");
const screens = Object.entries(await everyScreen(server)).filter(([name]) => !only || only.includes(name));
if (process.env.OFFLINE) await phone.context.setOffline(true);
for (const theme of listOf("THEMES", "light,night")) {
  await page.evaluate((chosen) => localStorage.setItem("prystan.theme", chosen), theme);
  for (const language of listOf("LANGUAGES", "uk,pl,en,ru")) {
    await page.goto(`/?lang=${language}`);
    for (const width of listOf("WIDTHS", "320,360,768,1280").map(Number)) {
      // Before the address: whether there is room for two pages is decided as it is opened.
      await page.setViewportSize({ width, height: width < 700 ? 740 : 800 });
      for (const [name, address] of screens) {
        await page.evaluate((to) => history.pushState(null, "", to), address);
        await page.waitForSelector("main h1");
        await standingStill(page);
        await page.screenshot({ path: `${folder}/${name}-${width}-${language}-${theme}.png` });
      }
    }
  }
}
await phone.throwAway();
await server.stop();
process.exit(0);
