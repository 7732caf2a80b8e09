import { mkdirSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "../../support/browser/axe-findings.ts";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { draftsOnPhone } from "../../support/browser/sealed-on-phone.ts";
import { standingStill } from "../../support/browser/standing-still.ts";
import { signIn } from "../../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";

type Stored = { readonly _id: string; readonly kind: string; readonly [field: string]: unknown };

const pictures = "tests/.output/child-form";
const protection = "protection-import-org-1";
let server: TestServer;
let officer: Phone;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  officer = await openPhone({ baseURL: server.address });
  await signIn(officer.page, "protection");
});
afterAll(async () => {
  expect(officer?.complaints).toEqual([]);
  await officer?.throwAway();
  await server?.stop();
});

const documentsIn = async (database: string): Promise<readonly Stored[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    `${database}/_all_docs?include_docs=true`,
  );
  return rows.map(({ doc }) => doc);
};
const block = (page: Page, name: string) => page.locator("[data-test=fold]", { hasText: name });
const open = async (page: Page, name: string) => {
  await block(page, name).click();
  await expect.poll(() => block(page, name).getAttribute("aria-expanded")).toBe("true");
};
const isInView = (title: Locator) =>
  title.evaluate((button) => {
    const { top, bottom } = button.getBoundingClientRect();
    return top >= 48 && bottom <= innerHeight;
  });
const picture = async (page: Page, name: string) => {
  await standingStill(page);
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};
const save = (page: Page) => page.locator("main button[type=submit]").last();

test("From a concern an officer comes to the form of the child, which a worker began with what the site knows", async () => {
  const { page } = officer;
  await page.goto("/confidential");
  await page.locator("[data-test=way-to-child]").first().click();
  await page.waitForURL(/\/confidential\/child\//);
  await page.locator("[data-test=fold]").first().waitFor();
  expect(await page.locator("[data-test=fold]").count()).toBe(12);
  expect(await page.title()).toBe("Анкета дитини – Пристань");
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, "closed");
});

test("Offline, what is typed in a block is kept when it is closed, and saved with the others", async () => {
  const { page, context } = officer;
  await context.setOffline(true);
  await open(page, "Мати й батько");
  await page.fill("#motherName", "Коваль Ганна");
  await page.fill("#motherReachedOn", "31");
  await page.fill("#motherReachedOn-month", "2");
  await page.fill("#motherReachedOn-year", "2026");
  await save(page).click();
  await page.locator("#motherReachedOn[aria-invalid=true]").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, "parents");
  await open(page, "Небезпека і становище");
  expect(JSON.stringify(await draftsOnPhone(page))).toContain("Коваль Ганна");
  await page.locator("#riskLevel").check();
  await save(page).click();
  await expect.poll(() => block(page, "Небезпека і становище").textContent()).toContain("Збережено");
  expect(await block(page, "Мати й батько").textContent()).toContain("Введено, ще не збережено");
  await open(page, "Мати й батько");
  await expect.poll(() => isInView(block(page, "Мати й батько"))).toBe(true);
  expect(await page.inputValue("#motherName")).toBe("Коваль Ганна");
  for (const part of ["", "-month", "-year"]) await page.fill(`#motherReachedOn${part}`, "");
  await save(page).click();
  await expect.poll(() => block(page, "Мати й батько").textContent()).toContain("Збережено");
});

test("Who was told is noted, and the missing office is said at its field", async () => {
  const { page } = officer;
  await open(page, "Кому повідомлено");
  await page.getByRole("button", { name: "Записати, що повідомлено" }).click();
  await page.locator("main [role=alert], main .p-field__error").first().waitFor();
  await page.locator("input[value=police]").check();
  await page.fill("#reference", "RSD-12/26");
  await page.getByRole("button", { name: "Записати, що повідомлено" }).click();
  await page.getByText("RSD-12/26").waitFor();
  await picture(page, "told");
});

test("A handover is noted with what is known, what is missing stays red until it is added, and the concern is settled", async () => {
  const { page, context } = officer;
  await open(page, "Передання дитини");
  await page.fill("#handover-name", "Ян Новак");
  await page.fill("#handover-office", "PCPR Przemyśl");
  await page.fill("#handover-hour", "9.5");
  await save(page).click();
  await page.locator("#handover-hour[aria-invalid=true]").waitFor();
  await page.fill("#handover-hour", "9.05");
  await save(page).click();
  await page.getByText("Ще треба з’ясувати").waitFor();
  expect(await block(page, "Передання дитини").textContent()).toContain("Неповне");
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, "handover");
  await page.fill("#missing-paperEnd", "4711");
  await page.fill("#missing-on", "24");
  await page.fill("#missing-on-month", "11");
  await page.fill("#missing-on-year", "2026");
  await page.locator("#missing-signed").check();
  await page.fill("#missing-witness", "Ганна Стець");
  await page.getByRole("button", { name: "Додати, чого бракувало" }).click();
  await expect.poll(() => block(page, "Передання дитини").textContent()).not.toContain("Неповне");
  await context.setOffline(false);
  const form = async () =>
    (await documentsIn(protection)).find(({ kind, motherName }) => kind === "child" && motherName);
  await expect.poll(async () => (await form())?.handovers).toHaveLength(2);
  expect(await form()).toMatchObject({
    riskLevel: "high",
    motherName: "Коваль Ганна",
    notified: [{ office: "police" }],
  });
  await expect
    .poll(async () =>
      (await documentsIn(protection)).some(({ done }) => String(done).includes("Передано: Ян Новак, PCPR")),
    )
    .toBe(true);
});

test("Nothing of it is at the site, and the arrow leads back to the concerns", async () => {
  const { page } = officer;
  const atSite = JSON.stringify(await documentsIn("site-medyka"));
  expect(atSite).not.toMatch(/Новак|RSD-12|"kind":"child"/);
  await page.locator("[data-test=back]").click();
  await page.waitForURL(/\/confidential$/);
  await page.getByText("Передано: Ян Новак, PCPR Przemyśl").waitFor();
});
