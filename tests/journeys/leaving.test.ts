import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";
import { registerFamily } from "./register-family.ts";

type Stored = { readonly _id: string; readonly kind: string; readonly groupId?: string; readonly givenName?: string };

const pictures = "tests/.output/leaving";
let server: TestServer;
let lead: Phone;
let volunteer: Phone;
let family: readonly Stored[];

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  [lead, volunteer] = await Promise.all([
    openPhone({ baseURL: server.address }),
    openPhone({ baseURL: server.address }),
  ]);
  await Promise.all([signIn(lead.page, "lead"), signIn(volunteer.page, "volunteer")]);
});
afterAll(async () => {
  await Promise.all([lead?.throwAway(), volunteer?.throwAway()]);
  await server?.stop();
});

const stored = async (): Promise<readonly (Stored & { readonly [field: string]: unknown })[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    "site-medyka/_all_docs?include_docs=true",
  );
  return rows.map(({ doc }) => doc as Stored & { readonly [field: string]: unknown });
};
const addressOf = (name: string): string =>
  `/roster/person/${family.find(({ givenName }) => givenName === name)?._id.replace("person:", "")}`;
const button = (name: string) => lead.page.getByRole("button", { name, exact: true });

test("Loaded anew, the page on which beds were given proposes to move nobody; another bed is had from the person's page", async () => {
  const { page } = lead;
  await page.goto("/arrivals");
  const group = await registerFamily(page);
  await expect.poll(async () => (await stored()).filter(({ groupId }) => groupId === `group:${group}`).length).toBe(4);
  family = (await stored()).filter(({ kind, groupId }) => kind === "person" && groupId === `group:${group}`);
  await page.goto(addressOf("Марко").replace("person", "bed-for"));
  await page.locator("[data-test=main-action] button").first().click();
  await page.waitForSelector(".p-notice[data-kind=success]");

  const ticked = page.locator("main input:checked");
  const act = page.locator("[data-test=main-action] button").first();
  await page.goto(addressOf("Марко").replace("person", "bed-for"));
  await act.click();
  await expect
    .poll(() => page.locator(".p-notice[data-kind=warning]").allTextContents())
    .toEqual([expect.stringContaining("Виберіть хоча б одну особу")]);
  expect(await ticked.count()).toBe(0);
  await page.screenshot({ path: `${pictures}/given-loaded-anew.png` });

  await page.goto(addressOf("Петро"));
  await page.getByRole("link", { name: "Інше ліжко" }).click();
  await act.waitFor();
  expect(await ticked.count()).toBe(1);
  await act.click();
  await page.waitForSelector(".p-notice[data-kind=success]");
  expect(await page.evaluate(() => location.hash)).toBe("");
});

test("The last adult goes to hospital, offline: the child is named, and who looks after it is asked and noted", async () => {
  const { page, context } = lead;
  await context.setOffline(true);
  await page.goto(addressOf("Оксана"));
  await button("Оформити виїзд").click();
  for (const name of ["Ганна", "Петро"]) await page.locator("dialog[open] label", { hasText: name }).click();
  await page.selectOption("#out-reason", { index: 1 });
  const sheet = page.locator("dialog[open]");
  await expect.poll(() => sheet.locator(".p-notice").allTextContents()).toEqual([expect.stringContaining("Марко")]);
  await sheet.locator(".p-modal__actions button").first().click();
  await expect.poll(() => page.getAttribute("#children-care", "aria-invalid")).toBe("true");
  await page.screenshot({ path: `${pictures}/check-out.png` });
  // Only the other two go; the mother stays with him, and nothing is asked.
  await page.locator("dialog[open] label", { hasText: "Оксана" }).click();
  await expect.poll(() => sheet.locator(".p-notice").count()).toBe(0);
  await sheet.locator(".p-modal__actions button").first().click();
  await sheet.waitFor({ state: "detached" });

  await button("До лікарні").click();
  await expect.poll(() => sheet.locator(".p-notice").allTextContents()).toEqual([expect.stringContaining("Марко")]);
  await page.fill("#children-care", "-");
  await sheet.locator(".p-modal__actions button").first().click();
  await expect.poll(() => page.getAttribute("#children-care", "aria-invalid")).toBe("true");
  await page.screenshot({ path: `${pictures}/hospital.png` });
  await page.fill("#children-care", "Тітка Ольга, 067 765 43 21");
  await sheet.locator(".p-modal__actions button").first().click();
  await sheet.waitFor({ state: "detached" });
  expect(lead.complaints).toEqual([]);
});

test("With the network everybody at the site reads which child is without an adult, and what was said", async () => {
  await lead.context.setOffline(false);
  const { page } = volunteer;
  await page.goto("/roster");
  const told = () => page.locator(".p-row", { hasText: "Марко" }).first().textContent();
  await expect.poll(told).toContain("Тітка Ольга, 067 765 43 21");
  await page.screenshot({ path: `${pictures}/roster.png` });
  await page.goto(addressOf("Марко"));
  await expect.poll(() => page.locator(".p-notice[data-kind=danger]").first().textContent()).toContain("Тітка Ольга");
  await page.screenshot({ path: `${pictures}/child.png` });
  await page.goto(addressOf("Оксана"));
  await page.locator("main button", { hasText: "З лікарні" }).click();
  await page.waitForSelector("[data-test=undo]"); // it is saved
  await page.goto("/roster");
  await expect.poll(() => page.locator(".p-notice[data-kind=danger]").count()).toBe(0);
});
