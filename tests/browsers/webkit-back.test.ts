import { afterAll, beforeAll, describe } from "vitest";
import { everyScreen } from "../support/browser/every-screen.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { isInstalled } from "../support/runs/is-installed.ts";
import type { DrivenHandset } from "../support/webdriver/driven-browser.ts";
import { countEntries, mayMakeEntries } from "../support/webdriver/history-entries.ts";
import { webkit } from "../support/webdriver/webkit.ts";
import { type EntryState, holdWaysBack, type Walker, withResident } from "./hold-ways-back.ts";

const isThere = isInstalled(webkit);
if (!isThere) console.warn(`SKIPPED: ${webkit.name} is not here; it needs ${webkit.packages.join(", ")}`);

describe.skipIf(!isThere).sequential(`${webkit.name}: the browser's own Back`, () => {
  let shift: Shift;
  let handset: DrivenHandset;
  let walker: Walker;

  beforeAll(async () => {
    shift = await aShift();
    handset = await webkit.open(shift.proxy);
    const { page, back } = handset;
    await page.goto("/?lang=uk");
    await signIn(page, "lead");
    await page.goto("/settings");
    await page.waitForSelector("#site");
    await page.evaluate(chooseSite, "przemysl");
    const { addresses } = await withResident(await everyScreen(shift.server), shift.server.couch);
    await page.evaluate(countEntries);
    walker = {
      page,
      addresses,
      back,
      // What Escape is to a dialog.
      pressEscape: () =>
        page.evaluate(
          () => void document.querySelector("dialog[open]")?.dispatchEvent(new Event("cancel", { cancelable: true })),
        ),
      goTo: async (address, state) => {
        await mayMakeEntries(page);
        await page.evaluate(putUpDoor, { address, state });
        await page.click("#door");
      },
    };
  });
  afterAll(async () => {
    await handset?.close();
    await shift?.end();
  });

  holdWaysBack(() => walker);
});

/** In the page: what leads to an address once it is tapped. Back skips what a page went to without anybody's tap. */
const putUpDoor = ({ address, state }: { readonly address: string; readonly state: EntryState }): void => {
  const door = document.createElement("button");
  door.id = "door";
  door.textContent = "door";
  Object.assign(door.style, { position: "fixed", inset: "0 auto auto 0", zIndex: "99" });
  door.addEventListener("click", (event) => {
    event.stopPropagation();
    door.remove();
    history.pushState(state, "", address);
  });
  document.body.append(door);
};

/** In the page. */
const chooseSite = (site: string): void => {
  const choice = document.querySelector<HTMLSelectElement>("#site");
  if (!choice) throw new Error("no choice of a site here");
  choice.value = site;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
};
