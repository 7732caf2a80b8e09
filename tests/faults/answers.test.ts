import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aShift, type Shift, type Stored } from "../support/a-shift.ts";
import type { Phone } from "../support/chromium.ts";
import { differences } from "../support/differences.ts";
import type { Fault } from "../support/fault-proxy.ts";
import { missingFrom } from "../support/hold-saved.ts";
import { registerQuickly } from "../support/register-quickly.ts";
import { headerOf, unsentShown } from "../support/shown.ts";
import { upToDate } from "../support/sign-in.ts";

describe.sequential("Whatever the network or the server answers (F4, F6–F9)", () => {
  let shift: Shift;
  let phone: Phone;

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.phone("volunteer");
  });
  afterAll(() => shift.end());

  const register = (surname: string, groups = 1) => registerQuickly(phone.page, { surname, groups, heads: 1 });
  const people = async (groupId: string | undefined): Promise<readonly Stored[]> =>
    (await shift.stored()).filter((doc) => doc.kind === "person" && doc.groupId === groupId);
  const editPatronymic = async (id: string, patronymic: string) => {
    const { page } = phone;
    await page
      .locator(`a[href="/arrivals/person/${id.replace("person:", "")}"]`)
      .first()
      .click();
    await page.locator("a[href$='/edit']").click();
    await page.fill("#patronymic", patronymic);
    await page.click("button[type=submit]");
    await page.waitForURL(/\/arrivals\/person\/[^/]+$/);
  };

  test.each([1, 2, 3])(
    "F4: the answer is lost %i times after the server applied it, with an edit in between: the edit stays, one document",
    async (times) => {
      const { page } = phone;
      shift.proxy.next("_bulk_docs", ...Array.from({ length: times }, (): Fault => "cutAfter"));
      const [saved] = await register(`Відповідь ${times}`);
      await page.locator(".p-row__target[href^='/arrivals/person/']").first().waitFor();
      const id = await page.locator(".p-row__target[href^='/arrivals/person/']").first().getAttribute("href");
      await editPatronymic(id?.replace("/arrivals/person/", "person:") ?? "", `Іванівна-${"абв"[times - 1]}`);
      await expect.poll(() => unsentShown(page), { timeout: 15_000 }).toBe(0);
      await upToDate(page);
      const stored = await people(saved?.groupId);
      expect(stored).toMatchObject([{ patronymic: `Іванівна-${"абв"[times - 1]}` }]);
      expect(stored[0]?.rivals).toBeUndefined();
    },
  );

  test("F6: the session ends in the middle of a shift: it is renewed, nobody is asked for anything", async () => {
    await phone.context.clearCookies();
    const saved = await register("Сесія");
    await expect.poll(async () => missingFrom(await shift.stored(), saved), { timeout: 10_000 }).toEqual([]);
    expect(await phone.page.locator("#passphrase").count()).toBe(0);
  });

  test.each<Fault>([401, 403, 503, "portal", "cutInBody", "cutBefore"])(
    "F6: everything is answered with %s for a while: nobody is signed out, nothing of it is data, and then all is sent within 10 s",
    async (fault) => {
      const { page } = phone;
      const end = shift.proxy.always("/db/", fault);
      const saved = await register(`Відмова ${fault}`);
      await page.waitForTimeout(2_000);
      end();
      expect(await unsentShown(page)).toBe(2);
      expect(await page.locator(".p-bar").count()).toBe(1);
      const began = Date.now();
      await expect.poll(async () => missingFrom(await shift.stored(), saved), { timeout: 10_000 }).toEqual([]);
      await expect.poll(() => unsentShown(page), { timeout: 10_000 - (Date.now() - began) }).toBe(0);
      expect(await differences(shift, page)).toEqual([]);
      console.log(`F6: ${fault}: sent ${Date.now() - began} ms after it ended`);
    },
  );

  test("F7: the server refuses one group of fifty: the other 49 arrive within 10 s, the one is in the list with the reason", async () => {
    const { page, context } = phone;
    await shift.server.couch("site-medyka/_design/poison", {
      method: "PUT",
      body: JSON.stringify({
        validate_doc_update: `function (doc) { if (doc.label === "Отрута 7") throw { forbidden: "poison" }; }`,
      }),
    });
    await context.setOffline(true);
    const saved = await register("Отрута", 50);
    await context.setOffline(false);
    const began = Date.now();
    const good = saved.filter(({ surname }) => surname !== "Отрута 7");
    await expect.poll(async () => missingFrom(await shift.stored(), good), { timeout: 10_000 }).toEqual([]);
    console.log(`F7: 49 of 50 there after ${Date.now() - began} ms`);
    await expect.poll(() => unsentShown(page)).toBe(1);
    await page.click(".p-header-status");
    await expect.poll(() => page.locator(".p-row", { hasText: "Отрута 7" }).textContent()).toContain("не прийняв");
    const { _rev } = await shift.server.couch<{ _rev: string }>("site-medyka/_design/poison");
    await shift.server.couch(`site-medyka/_design/poison?rev=${_rev}`, { method: "DELETE" });
    await page.locator(".p-page__actions button").click();
    await expect.poll(async () => missingFrom(await shift.stored(), saved), { timeout: 10_000 }).toEqual([]);
  });

  test("F8: a batch is too large for the server: it is halved until everything has arrived", async () => {
    await phone.context.setOffline(true);
    const saved = await register("Великий", 10);
    shift.proxy.next("_bulk_docs", 413, 413, 413);
    await phone.context.setOffline(false);
    await expect.poll(async () => missingFrom(await shift.stored(), saved), { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => unsentShown(phone.page)).toBe(0);
  });

  test("F9: deleted on the server, edited here meanwhile: not brought back, shown, and nothing else waits for it", async () => {
    const { page, context } = phone;
    const [saved] = await register("Стертий");
    await upToDate(page);
    const [person] = await people(saved?.groupId);
    await context.setOffline(true);
    await editPatronymic(String(person?._id), "Петрівна");
    await shift.server.couch("site-medyka/_bulk_docs", {
      method: "POST",
      body: JSON.stringify({ docs: [{ _id: person?._id, _rev: person?._rev, _deleted: true }] }),
    });
    const other = await register("Наступний");
    await context.setOffline(false);
    await expect.poll(async () => missingFrom(await shift.stored(), other), { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => headerOf(page)).toContain("1 не надіслано");
    expect(await people(saved?.groupId)).toEqual([]);
    await page.click(".p-header-status");
    await expect.poll(() => page.locator(".p-row", { hasText: "Стертий" }).textContent()).toContain("стерто");
  });

  test("Nothing complained", () => {
    expect(phone.complaints).toEqual([]);
  });
});
