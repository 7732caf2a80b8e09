import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ImportPlan, planImport } from "../../server/import/plan-import.ts";
import { writeImport } from "../../server/import/write-import.ts";
import type { Phone } from "../support/browser/chromium.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { hostileFile } from "../support/hostile/hostile-file.ts";
import { hostileRecords } from "../support/hostile/hostile-records.ts";
import { hostileTables } from "../support/hostile/hostile-tables.ts";
import { payloads, payloadsUpTo } from "../support/hostile/payloads.ts";
import { addressOf, routes } from "../support/hostile/routes.ts";
import { failures, readAt } from "../support/hostile/visit-screens.ts";
import { type SeenScripts, watchScripts } from "../support/hostile/watch-scripts.ts";
import { writeHostile } from "../support/hostile/write-hostile.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { scale } from "../support/runs/scale.ts";
import type { TestServer } from "../support/server/a-server.ts";

const site = "medyka";
const accounts = scale<readonly string[]>({
  test: ["lead", "coordinator"],
  soak: ["volunteer", "lead", "driver", "coordinator"],
});
const rounds = [0, 10];
/** Where every payload at every place would take minutes, each place gets some of them, another place others. */
const share = scale({ test: 30, soak: 1 });

describe.sequential("Scripts in what others wrote (A5)", () => {
  let shift: Shift;
  const phones = new Map<string, Phone>();
  const heard: SeenScripts[] = [];
  const seen = new Set<string>();
  let imported: readonly string[];
  let screens = 0;

  const look = (text: string) => {
    for (const payload of payloads) if (text.includes(payload)) seen.add(payload);
  };
  const phoneOf = (account: string): Phone => {
    const phone = phones.get(account);
    if (!phone) throw new Error(`${account} has no phone`);
    return phone;
  };
  /** Reads what stands at every address, and says where the app failed. */
  const readAll = async (
    phone: Phone,
    addresses: Iterable<string>,
    onRead: (text: string) => void = look,
  ): Promise<readonly string[]> => {
    for (const address of addresses) {
      const text = await readAt(phone.page, address);
      onRead(text);
      screens += 1;
      if (failures.test(text)) return [address, ...phone.complaints];
    }
    return [];
  };

  beforeAll(async () => {
    shift = await aShift();
    await writeHostile(shift.server, hostileRecords(site, Date.now() - 600_000));
    imported = await importHostile(shift.server);
    const enter = async (account: string) => {
      const phone = await shift.emptyPhone();
      phones.set(account, phone);
      heard.push(await watchScripts(phone.context));
      await signIn(phone.page, account);
    };
    await Promise.all(accounts.map(enter));
  });
  afterAll(() => shift.end());

  test("The payloads are alive: on a page that trusts them some run, and it is heard", async () => {
    const phone = await shift.emptyPhone();
    const { executions } = await watchScripts(phone.context);
    await phone.page.route("**/trusting", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: payloads.filter((payload) => !/<meta|<base/i.test(payload)).join("\n\n"),
      }),
    );
    await phone.page.goto("/trusting", { waitUntil: "commit" });
    await expect.poll(() => executions.length).toBeGreaterThan(4);
    console.log(`on a page that trusts them: ${executions.length} executions`);
    await shift.forget(phone);
  });

  test("Every screen shows every account what the server holds, in two languages", async () => {
    const addresses = new Set(routes().flatMap((route) => rounds.map((round) => addressOf(route, site, round))));
    const walk = async (account: string) => {
      const phone = phoneOf(account);
      const first = await readAll(phone, addresses);
      await readAt(phone.page, "/settings");
      await phone.page.locator("label:has(input[value=pl])").click();
      await phone.page.waitForFunction(() => document.documentElement.lang === "pl");
      return [...first, ...(await readAll(phone, addresses))];
    };
    expect(await Promise.all(accounts.map(walk))).toEqual(accounts.map(() => []));
    console.log(
      `${payloads.length} payloads in every kind of record: ${screens} screens, ${seen.size} payloads seen on them`,
    );
    expect(seen.size).toBeGreaterThan(100);
  });

  test("The tables that an operator imported, record by record", async () => {
    const shown = new Set<string>();
    const find = (text: string) => {
      for (const payload of payloads) if (text.includes(payload)) shown.add(payload);
    };
    expect(await readAll(phoneOf("lead"), imported, find)).toEqual([]);
    console.log(`${imported.length} screens of imported records, ${shown.size} payloads seen on them`);
    expect(shown.size).toBeGreaterThan(100);
  });

  test("A file of records that a lead reads in", async () => {
    const { page } = phoneOf("lead");
    await readAt(page, "/sync/read-in");
    const buffer = Buffer.from(hostileFile(site));
    await page.setInputFiles("#record-file", { name: "records.json", mimeType: "application/json", buffer });
    await expect.poll(() => page.locator("main .p-row").count()).toBe(payloads.length);
    look((await page.textContent("main")) ?? "");
    await page.locator("[data-test=main-action] button").click();
    await page.waitForSelector(".p-notice[data-kind=success]");
    expect(await page.evaluate(() => "hit" in {} && typeof ({} as { hit?: unknown }).hit)).toBe(false);
    expect(payloadsUpTo(80).filter((payload) => !seen.has(payload))).toEqual([]);
  });

  test("Addresses: in the path, the query and behind the hash, whole and broken", async () => {
    const keyed = routes().filter((route) => route.includes(":"));
    const addresses = payloads.filter(isIn(seed)).flatMap((payload, place) => {
      const text = encodeURIComponent(payload);
      const path = (keyed[place % keyed.length] ?? "").replace(/:[a-z]+/g, text);
      return [`${path}?lang=${text}#${text}`];
    });
    const broken = ["/sync/record/site-medyka/%25E0%25A4%25A", "/arrivals/person/%E0%A4%A", "/%00", "/constructor"];
    expect(await readAll(phoneOf("coordinator"), [...addresses, ...broken])).toEqual([]);
    await phoneOf("coordinator").page.goto(addresses[0] ?? "");
  });

  test("Typed into every text field of every screen, letter for letter, and sent off once", async () => {
    const phone = phoneOf("lead");
    const fields = new Map<string, number>();
    for (const route of routes()) {
      const address = addressOf(route, site, 0);
      await readAt(phone.page, address);
      const typed = await phone.page.evaluate(typeEverywhere, payloads.filter(isIn(fields.size)));
      if (typed > 0) fields.set(route, typed);
      const text = (await phone.page.textContent("body")) ?? "";
      expect(failures.test(text), address).toBe(false);
      look(text);
    }
    console.log(`typed: 1 of ${share} payloads into ${[...fields].map((field) => field.join(" ")).join(", ")}`);
    expect(fields.size).toBeGreaterThan(5);
  });

  test("Nothing ran, nothing was held up, nothing failed", () => {
    expect(heard.flatMap(({ executions }) => executions)).toEqual([]);
    expect(heard.flatMap(({ reports }) => reports)).toEqual([]);
    expect([...phones.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(shift.proxy.asked.filter((asked) => asked.includes("csp-report"))).toEqual([]);
  });
});

/** The share of the payloads that a place gets. */
const isIn =
  (place: number) =>
  (_: string, index: number): boolean =>
    index % share === place % share;

/** Another share of the addresses each day. */
const seed = Math.floor(Date.now() / 86_400_000);

/** Tables with payloads in all free texts, imported as an operator does it. Answers where some of each kind are shown. */
const importHostile = async (server: TestServer): Promise<readonly string[]> => {
  const plan = planImport(hostileTables(), { today: "2026-11-22" });
  if (!plan.ok) throw new Error("the tables are refused");
  // The demonstration has the same records already.
  const beside: ImportPlan = JSON.parse(JSON.stringify(plan.value).replaceAll("import-", "tables-"));
  const access = { baseUrl: `${server.address}/db`, user: "admin", password: "test-admin", fetch };
  const written = await writeImport(access, beside);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  const documents = beside.databases.flatMap(({ name, documents }) => (name === `site-${site}` ? documents : []));
  return Object.entries(screensOf).flatMap(([kind, address]) =>
    documents
      .filter((document) => document.kind === kind)
      .slice(0, 25)
      .map(({ _id }) => address(_id.slice(_id.indexOf(":") + 1))),
  );
};

const screensOf: Readonly<Record<string, (key: string) => string>> = {
  person: (key) => `/arrivals/person/${key}`,
  group: (key) => `/arrivals/group/${key}`,
  room: (key) => `/roster/room/${key}`,
  trip: (key) => `/transport/${key}`,
};

/** Every payload in turn into all text fields that stand on the page, then the form is sent; answers how many fields there were. */
const typeEverywhere = async (texts: readonly string[]): Promise<number> => {
  const kinds =
    "input:not([type]), input[type=text], input[type=search], input[type=tel], input[type=password], textarea";
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const fields = () => [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(kinds)];
  const most = fields().length;
  if (most === 0) return 0;
  for (const text of texts) {
    for (const field of fields()) {
      const of = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(of.prototype, "value")?.set?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    }
    await new Promise((resolve) => setTimeout(resolve)); // React is done with it
  }
  document.querySelector<HTMLElement>("main button[type=submit]")?.click();
  for (let frame = 0; frame < 20; frame += 1) await drawn();
  return most;
};
