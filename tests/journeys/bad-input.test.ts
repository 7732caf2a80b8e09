import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DiskPhone, openDiskPhone } from "../support/browser/chromium.ts";
import { draftsOnPhone } from "../support/browser/sealed-on-phone.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

describe.sequential("Whatever is typed is answered at its field and kept", () => {
  let server: TestServer;
  let phone: DiskPhone;

  beforeAll(async () => {
    server = await aServer();
    phone = await openDiskPhone({ baseURL: server.address });
    await signIn(phone.page, "volunteer");
  });

  afterAll(async () => {
    await phone?.throwAway();
    await server?.stop();
  });

  const countOneWoman = () => phone.page.locator(".i-counts__cell").nth(6).locator("button").last().click();
  /** Goes there without loading the page anew, as a tap on a link does. */
  const visit = (address: string) => phone.page.evaluate((to) => history.pushState(null, "", to), address);
  const newForm = async () => {
    await visit("/arrivals/new");
    await phone.page.waitForURL(/register/);
    await countOneWoman();
  };
  const field = (name: string) => phone.page.locator(`input[id$=".${name}"]`).first();
  const errorOf = (name: string) =>
    field(name).evaluate((input) => document.getElementById(`${input.id}-error`)?.textContent ?? "");
  const save = () => phone.page.click("button[type=submit]");

  test.each([
    ["age", "121", "120"],
    ["age", "31.02.1990", "не існує"],
    ["age", "2031", "майбутньому"],
    ["age", "давно", "34"],
    ["givenName", "я".repeat(10_000), "80"],
    ["givenName", "🙂🙂", "літерами"],
  ])("%s: the error stands at the field, in Ukrainian, and the summary has the focus", async (name, typed, words) => {
    await newForm();
    await field(name).fill(typed);
    await save();
    await expect.poll(() => errorOf(name)).toContain(words);
    const focused = await phone.page.evaluate(() => document.activeElement?.textContent ?? "");
    expect(focused).toContain(words);
    await phone.page.locator(`a[href="#${await field(name).getAttribute("id")}"]`).click();
    expect(await field(name).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field(name).inputValue()).toBe(typed);
  });

  test("Nobody counted: nothing is saved and it says so", async () => {
    await visit("/arrivals/new");
    await phone.page.waitForURL(/register/);
    await save();
    await expect.poll(() => phone.page.locator("main").textContent()).toContain("Порахуйте хоча б одну особу");
  });

  test.each(["Мар`яна", "О’Лeксa", "Иван-Йосип", "<img src=x onerror=alert(1)>", "‮Оля‬", "Ли", '=HYPERLINK("x")'])(
    "%s is a name: it is saved, shown as text and runs nothing",
    async (name) => {
      await newForm();
      await field("givenName").fill(name);
      await save();
      await phone.page.waitForURL(/\/arrivals\/group\//);
      expect(await phone.page.locator("main img").count()).toBe(0);
      expect(await phone.page.locator("[data-test=person] .p-row__title").textContent()).not.toBe("");
    },
  );

  test("A name in two alphabets is offered in one, and an age is said as it is understood while nothing moves", async () => {
    await newForm();
    await field("givenName").fill("Iрина");
    await phone.page.locator(".p-said button", { hasText: "Ірина" }).click();
    expect(await field("givenName").inputValue()).toBe("Ірина");
    const height = () =>
      phone.page
        .locator(".p-card")
        .first()
        .evaluate((card) => card.getBoundingClientRect().height);
    const before = await height();
    await field("age").fill("біля 60");
    await expect
      .poll(() => phone.page.locator(".i-name-and-age > .p-said").first().textContent())
      .toContain("50–70 років");
    await field("age").fill("давно");
    await field("age").blur();
    await expect
      .poll(() => phone.page.locator(".i-name-and-age > .p-said").first().textContent())
      .toContain("Не зрозуміло");
    expect(await height()).toBe(before);
  });

  test("Lines that are pasted into a name stand in it, and become people when somebody says so", async () => {
    await newForm();
    await field("givenName").evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "Оксана 36\nМарко 7");
      input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => field("givenName").inputValue()).toBe("Оксана 36 Марко 7");
    await phone.page.locator(".p-said button", { hasText: "Додати людей" }).click();
    const valuesOf = (name: string) =>
      phone.page
        .locator(`input[id$=".${name}"]`)
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    await expect.poll(() => valuesOf("givenName")).toEqual(["Оксана", "Марко"]);
    expect(await valuesOf("age")).toEqual(["36", "7"]);
  });

  test("What is no number is said at the box, and keeps nobody from saving", async () => {
    await newForm();
    await field("givenName").fill("Олена");
    await phone.page.fill("#phone", "12345678901234567890");
    await phone.page.locator("#phone").blur();
    await expect.poll(() => phone.page.locator(".p-field:has(#phone) .p-said").textContent()).toContain("Не схоже");
    await save();
    await phone.page.waitForURL(/\/arrivals\/group\//);
  });

  test("A form that was left half-way is offered again, with every key", async () => {
    await newForm();
    await phone.page.fill("#surname", "Незабудько");
    await field("age").fill("99 років");
    await expect.poll(async () => (await draftsOnPhone(phone.page)).join()).toContain("99 років");
    phone.die();
    phone = await openDiskPhone({ profile: phone.profile, baseURL: server.address, offline: true });
    await phone.page.goto("/arrivals");
    await phone.page.locator(".p-row__target", { hasText: "Незабудько" }).click();
    await phone.page.waitForSelector("#surname");
    expect(await phone.page.inputValue("#surname")).toBe("Незабудько");
    expect(await field("age").inputValue()).toBe("99 років");
  });

  test("An impossible day in the long form is answered there too", async () => {
    await phone.context.setOffline(false);
    await phone.page.goto("/arrivals");
    await phone.page.locator(".p-row__target[href^='/arrivals/group/']").first().click();
    await phone.page.locator(".p-row__target[href^='/arrivals/person/']").first().click();
    await phone.page.locator("a[href$='/edit']").click();
    await phone.page.fill("#borderCrossedOn", "31");
    await phone.page.fill("#borderCrossedOn-month", "2");
    await phone.page.fill("#borderCrossedOn-year", "2026");
    await save();
    await expect.poll(() => phone.page.locator("#borderCrossedOn-error").textContent()).toContain("не існує");
    expect(await phone.page.inputValue("#borderCrossedOn")).toBe("31");
  });

  test("Nothing complained", () => {
    expect(phone.complaints).toEqual([]);
  });
});
