import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAccount } from "../../server/accounts/accounts.ts";
import { connectCouch } from "../../server/couch-client.ts";
import type { Phone } from "../support/browser/chromium.ts";
import { countRowsOnPhone, rowsOnPhone } from "../support/browser/rows-on-phone.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";

describe.sequential("A volunteer who goes to another shelter: what they may no longer read leaves their phone", () => {
  let shift: Shift;
  let phone: Phone;

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.phone("volunteer");
  });
  afterAll(() => shift.end());

  const couch = () => connectCouch(`${shift.server.address}/db`, { user: "admin", password: "test-admin" });
  const moveTo = async (site: string) => {
    const account = await findAccount(couch(), "volunteer");
    if (!account) throw new Error("there is no such account");
    await couch().put(`_users/${account._id}`, { ...account, roles: ["account", `volunteer:${site}`] });
  };
  const handedIn = async () => (await shift.stored()).filter(({ _id }) => _id.startsWith("handed-in:"));

  test("What was sent goes at once; what was not is first before the lead of the place that it belongs to", async () => {
    const { page, context } = phone;
    await registerQuickly(page, { surname: "Надіслана", groups: 1, heads: 1 });
    await expect.poll(async () => (await rowsOnPhone(page, "site-medyka")).every(({ sent }) => sent)).toBe(true);
    await context.setOffline(true);
    await registerQuickly(page, { surname: "Ненадіслана", groups: 1, heads: 1 });
    const unsent = (await rowsOnPhone(page, "site-medyka")).filter(({ sent }) => !sent);
    expect(unsent.length).toBeGreaterThan(0);

    await moveTo("lublin");
    await context.setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect.poll(async () => (await rowsOnPhone(page, "site-medyka")).length).toBe(0);
    expect(await handedIn()).toHaveLength(unsent.length);
    expect((await handedIn()).map(({ why }) => why)).toEqual(unsent.map(() => "not_your_role"));
  });

  test("After the next unlocking nothing is missing, damaged or still to be sent", async () => {
    const { page } = phone;
    await page.goto("/arrivals"); // which unlocks
    await page.waitForSelector("#search");
    await registerQuickly(page, { surname: "Люблінська", groups: 1, heads: 1 });
    const sent = async () => (await rowsOnPhone(page, "site-lublin")).filter((row) => row.sent).length;
    await expect.poll(sent).toBeGreaterThan(0);
    const readable = (await rowsOnPhone(page, "site-lublin")).length + (await rowsOnPhone(page, "directory")).length;
    expect(await countRowsOnPhone(page)).toBe(readable);
  });
});
