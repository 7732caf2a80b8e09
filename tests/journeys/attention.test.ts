import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { headerText, unsentShown } from "../support/browser/header-text.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn, upToDate } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";
import { refuseWrites } from "../support/server/refuse-writes.ts";

type Stored = { readonly _id: string; readonly kind: string; readonly [field: string]: unknown };

const pictures = "tests/.output/attention";
const soon = { interval: 100 };

describe.sequential("What needs attention, and what two people noted differently, 360 × 740", () => {
  let server: TestServer;
  let anna: Phone;
  let ben: Phone;
  let lead: Phone;

  const stored = async (): Promise<readonly Stored[]> => {
    const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
      "site-medyka/_all_docs?include_docs=true",
    );
    return rows.map(({ doc }) => doc);
  };
  const storedPerson = async (id: string) => (await stored()).find(({ _id }) => _id === id);
  const picture = (phone: Phone, name: string) => phone.page.screenshot({ path: `${pictures}/${name}.png` });
  const says = (phone: Phone, text: string | RegExp) =>
    expect.poll(() => phone.page.locator("main").textContent(), soon).toMatch(text);

  /** Registers one person on Anna's phone and waits until the server has them. */
  const aPerson = async (surname: string): Promise<string> => {
    const [saved] = await registerQuickly(anna.page, { surname, groups: 1, heads: 1 });
    let id: string | undefined;
    await expect
      .poll(async () => {
        id = (await stored()).find(({ kind, groupId }) => kind === "person" && groupId === saved?.groupId)?._id;
        return id;
      }, soon)
      .toBeTruthy();
    return id ?? "";
  };
  /** Goes there without loading the page anew, as a tap on a link does. */
  const visit = ({ page }: Phone, address: string) => page.evaluate((to) => history.pushState(null, "", to), address);
  const keyOf = (id: string) => id.replace("person:", "");
  const edit = async (phone: Phone, id: string, field: string, value: string) => {
    const { page } = phone;
    await visit(phone, `/arrivals/person/${keyOf(id)}/edit`);
    await page.fill(`#${field}`, value);
    await page.click("button[type=submit]");
    await page.waitForURL(/\/arrivals\/person\/[^/]+$/);
  };

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    server = await aServer();
    const aPhone = () => openPhone({ baseURL: server.address });
    [anna, ben, lead] = await Promise.all([aPhone(), aPhone(), aPhone()]);
    await Promise.all([signIn(anna.page, "volunteer"), signIn(ben.page, "volunteer2"), signIn(lead.page, "lead")]);
  });
  afterAll(async () => {
    for (const phone of [anna, ben, lead]) await phone?.throwAway();
    await server?.stop();
  });

  test("A refused record says in plain words which field it is, is put right there, and goes out by itself", async () => {
    const person = await aPerson("Виправна");
    const stop = await refuseWrites(
      server,
      "site-medyka",
      "doc.originSettlement === 'Завелике'",
      "TooLong:originSettlement",
    );
    await edit(anna, person, "originSettlement", "Завелике");
    await expect.poll(() => headerText(anna.page), soon).toContain("увага: 1");
    await visit(anna, "/sync");
    await picture(anna, "outbox");
    await anna.page.locator(".p-row__target", { hasText: "Виправна" }).click();
    await says(anna, /не прийняв одне поле[\s\S]*Місто|не прийняв одне поле[\s\S]*Населений/);
    await picture(anna, "refused");
    await anna.page.getByRole("link", { name: "Виправити" }).click();
    await anna.page.fill("#originSettlement", "Харків");
    await picture(anna, "repair");
    await anna.page.click("button[type=submit]");
    await expect.poll(async () => (await storedPerson(person))?.originSettlement, soon).toBe("Харків");
    await upToDate(anna.page);
    await stop();
  });

  test("What only a lead may send goes as a file to the lead's phone; the server has it, and who wrote it stays", async () => {
    const person = await aPerson("Передана");
    const refused = "doc.patronymic === 'Іванівна' && user.roles.indexOf('volunteer:medyka') >= 0";
    const stop = await refuseWrites(server, "site-medyka", refused, "other_author");
    await edit(anna, person, "patronymic", "Іванівна");
    await expect.poll(() => headerText(anna.page), soon).toContain("увага: 1");
    await visit(anna, "/sync");
    await anna.page.getByRole("button", { name: "Передати 1 запис старшому файлом" }).click();
    await picture(anna, "hand-over");
    const [download] = await Promise.all([
      anna.page.waitForEvent("download"),
      anna.page.getByRole("button", { name: "Зберегти файл" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^prystan-\d{8}-\d{4}\.json$/);

    await lead.context.setOffline(true);
    await visit(lead, "/sync/read-in");
    await lead.page.setInputFiles("#record-file", await download.path());
    await says(lead, /Передана[\s\S]*записано: volunteer/);
    await picture(lead, "read-in");
    await lead.page.locator("[data-test=main-action] button").click();
    await says(lead, "1 запис збережено тут");
    expect(await unsentShown(lead.page)).toBe(1);
    await lead.context.setOffline(false);
    await expect.poll(async () => (await storedPerson(person))?.patronymic, soon).toBe("Іванівна");
    const { stamps } = (await storedPerson(person)) as unknown as { stamps: { edits: Record<string, string[]> } };
    expect(Object.values(stamps.edits).map(([by]) => by)).not.toContain("lead");
    await upToDate(anna.page);
    await stop();
  });

  test("Two phones write one field while offline: the card says who, what, when; one tap settles it on both", async () => {
    const person = await aPerson("Двояка");
    await visit(ben, `/arrivals/person/${keyOf(person)}`);
    await says(ben, "Двояка");
    await Promise.all([anna.context.setOffline(true), ben.context.setOffline(true)]);
    await edit(anna, person, "originSettlement", "Суми");
    await edit(ben, person, "originSettlement", "Ромни");
    await Promise.all([anna.context.setOffline(false), ben.context.setOffline(false)]);
    await visit(anna, "/settings");
    await says(anna, "Треба вирішити 1 питання");
    await picture(anna, "to-settle");
    await visit(anna, "/conflicts");
    await says(anna, /Двояка[\s\S]*Дві відповіді[\s\S]*volunteer2[\s\S]*на іншому телефоні/);
    await picture(anna, "conflict");
    await visit(ben, "/conflicts");
    await says(ben, "Двояка");
    await anna.context.setOffline(true);
    await anna.page.locator(".p-row__target", { hasText: "Суми" }).click();
    await says(anna, "Вирішувати нічого");
    await anna.context.setOffline(false);
    await says(ben, "Вирішувати нічого");
    expect(await storedPerson(person)).toMatchObject({ originSettlement: "Суми" });
    expect((await storedPerson(person))?.rivals).toBeUndefined();
  });

  test("Two phones give one bed while offline: one tap moves one of the two, on both phones", async () => {
    const [first, second] = [await aPerson("Перша"), await aPerson("Друга")];
    await visit(ben, `/arrivals/person/${keyOf(second)}`);
    await says(ben, "Друга");
    await Promise.all([anna.context.setOffline(true), ben.context.setOffline(true)]);
    for (const [phone, person] of [
      [anna, first],
      [ben, second],
    ] as const) {
      await visit(phone, `/roster/bed-for/${keyOf(person)}`);
      await phone.page.locator("[data-test=main-action] button").first().click();
      await phone.page.waitForSelector(".p-notice[data-kind=success]");
    }
    await Promise.all([anna.context.setOffline(false), ben.context.setOffline(false)]);
    await visit(ben, "/settings");
    await says(ben, "Треба вирішити 1 питання");
    await visit(anna, "/conflicts");
    await says(anna, /надано двічі|двічі/);
    await picture(anna, "bed-twice");
    await anna.page.locator(".p-notice button").first().click();
    await says(anna, "Вирішувати нічого");
    await expect.poll(() => ben.page.locator("main").textContent(), soon).not.toContain("Треба вирішити 1 питання");
    const beds = (await stored()).flatMap(({ kind, personId, bedId }) =>
      kind === "stay" && [first, second].includes(String(personId)) ? [bedId] : [],
    );
    expect(new Set(beds).size).toBe(2);
  });

  test("At the end of a shift: three are only here, said as of when; with the network everything is on the server", async () => {
    await visit(anna, "/arrivals");
    await upToDate(anna.page);
    await anna.context.setOffline(true);
    await registerQuickly(anna.page, { surname: "Остання", groups: 1, heads: 2 });
    await anna.page.reload();
    await visit(anna, "/sync/shift");
    await says(anna, /3 записи поки лише на цьому телефоні[\s\S]*Станом на/);
    await picture(anna, "shift-open");
    await anna.context.setOffline(false);
    await says(anna, /Усе є на сервері[\s\S]*Станом на/);
    await picture(anna, "shift-done");
  });

  test("Nothing complained: no uncaught error, no breach of the content security policy", () => {
    expect([...anna.complaints, ...ben.complaints, ...lead.complaints]).toEqual([]);
  });
});
