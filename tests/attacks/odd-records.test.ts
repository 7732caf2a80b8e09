import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Phone } from "../support/browser/chromium.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { crowdedRecord } from "../support/hostile/crowded-record.ts";
import { oddKey, oddRecords } from "../support/hostile/odd-records.ts";
import { failures, readAt } from "../support/hostile/visit-screens.ts";
import { writeHostile } from "../support/hostile/write-hostile.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { scale } from "../support/runs/scale.ts";

type Found = { readonly rows: readonly { readonly doc: { readonly _id: string; readonly givenName?: string } }[] };

/** Of each kind; together some 170, and 5,000 in the long form. */
const rounds = Number(process.env.CASES ?? scale({ test: 12, soak: 360 }));
const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 86_400_000));
const site = "medyka";
const fullId = "person:full";

describe.sequential(`Records with the oddest values, and with such as nobody can read (seed ${seed}, ${rounds} of each kind)`, () => {
  let shift: Shift;
  let phone: Phone;
  let honest: readonly { readonly key: string; readonly name: string }[];

  beforeAll(async () => {
    shift = await aShift();
    const range = new URLSearchParams({
      include_docs: "true",
      startkey: '"person:"',
      endkey: '"person:~"',
      limit: "5",
    });
    const { rows } = await shift.server.couch<Found>(`site-${site}/_all_docs?${range}`);
    honest = rows.map(({ doc }) => ({ key: doc._id.split(":")[1] ?? "", name: doc.givenName ?? "" }));
    expect(honest.every(({ name }) => name !== "")).toBe(true);
    const odd = oddRecords(site, rounds, seed);
    const full = { ...crowdedRecord("values that wait"), _id: fullId };
    await writeHostile(shift.server, new Map([...odd, [`site-${site}`, [...(odd.get(`site-${site}`) ?? []), full]]]));
    phone = await shift.emptyPhone();
    await signIn(phone.page, "lead");
  });
  afterAll(() => shift.end());

  const read = async (address: string): Promise<string> => {
    const text = await readAt(phone.page, address);
    expect(failures.test(text), `${address}: ${phone.complaints.join("; ")}`).toBe(false);
    return text;
  };

  test("Every list is shown, and names what cannot be read", async () => {
    for (const address of ["/arrivals", "/roster", "/roster/roll-call", "/transport", "/conflicts", "/settings"])
      await read(address);
    expect(await read("/sync")).toMatch(/\d+ запис\S*, (у яких|у якому) щось не читається/);
  });

  test("Everybody else is shown", async () => {
    for (const { key, name } of honest) {
      expect(await read(`/arrivals/person/${key}`)).toContain(name);
      await read(`/roster/person/${key}`);
    }
  });

  test("Each odd record has a page, which says what is in it", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const key = oddKey(round);
      for (const screen of [
        "arrivals/group",
        "arrivals/person",
        "roster/person",
        "roster/room",
        "roster/bed-for",
        "transport",
      ])
        await read(`/${screen}/${key}`);
      for (const kind of ["person", "group", "stay", "presence", "line", "trip", "roll-call"])
        await read(`/sync/record/site-${site}/${kind}:${key}`);
    }
  });

  test("Whoever leads takes one off the lists, and puts it back", async () => {
    const { page } = phone;
    const address = `/sync/record/site-${site}/person:${oddKey(1)}`;
    const button = (words: string) => page.locator("main button", { hasText: words });
    await read(address);
    await button("Прибрати запис зі списків").click();
    await page.locator("dialog[open] button", { hasText: "Прибрати запис зі списків" }).click();
    await button("Повернути запис до списків").waitFor();
    const stored = async () => (await shift.stored()).find(({ _id }) => _id === `person:${oddKey(1)}`);
    await expect.poll(async () => (await stored())?.voided).toBe("mistake");
    // Whoever left the page finds it again, at the end of the list.
    await read("/sync");
    while (await button("Показати ще").count()) await button("Показати ще").first().click();
    expect(await page.locator("main").textContent()).toContain("Прибрано зі списків");
    await read(address);
    await button("Повернути запис до списків").click();
    await button("Прибрати запис зі списків").waitFor();
    await expect.poll(async () => (await stored())?.voided).toBeUndefined();
    expect(await stored()).toMatchObject({ createdAt: "yesterday" });
  });

  test("Whoever leads begins a record that somebody filled anew, and is told what has no room", async () => {
    const { page } = phone;
    expect(await read("/sync")).toMatch(/запис\S* майже заповнен/);
    await read(`/sync/record/site-${site}/${fullId}`);
    await page.locator("main button", { hasText: "Почати цей запис заново" }).click();
    const question = page.locator("dialog[open]");
    expect(await question.textContent()).toMatch(/більше немає місця.*Оля \d+/);
    const answers = await question
      .locator("button")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
    expect(Math.max(...answers)).toBeLessThanOrEqual(await page.evaluate(() => window.innerHeight));
    await question.locator("button", { hasText: "Почати цей запис заново" }).click();
    await page.locator("main", { hasText: "Цей запис майже заповнений" }).waitFor({ state: "hidden" });
    const stored = async () => JSON.stringify((await shift.stored()).find(({ _id }) => _id === fullId));
    await expect.poll(async () => (await stored()).length).toBeLessThan(25_000);
    expect(await stored()).toContain('"givenName":"Оля"');
  });
});
