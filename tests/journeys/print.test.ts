import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { everyScreen } from "../support/browser/every-screen.ts";
import { keepSheets, printOut } from "../support/browser/print-out.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

const pictures = "tests/.output/print";
let server: TestServer;
let phone: Phone;
let addresses: Readonly<Record<string, string>>;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  await keepSheets(phone.context);
  await signIn(phone.page, "lead");
  await phone.page.goto("/settings");
  await phone.page.selectOption("#site", "przemysl");
  addresses = await everyScreen(server);
});
afterAll(async () => {
  await phone?.throwAway();
  await server?.stop();
});

const printed = (screen: string) => printOut(phone.page, addresses[screen] ?? screen, `${pictures}/${screen}.pdf`);

const namesOf = async (kind: "stay" | "line", where: (document: Stored) => boolean): Promise<readonly string[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    `site-przemysl/_all_docs?include_docs=true&startkey="${kind}:"&endkey="${kind}:~"`,
  );
  return rows
    .map(({ doc }) => doc)
    .filter(where)
    .map(({ personId, passenger }) => passenger?.familyName ?? personId ?? "");
};
type Stored = {
  readonly personId?: string;
  readonly tripId?: string;
  readonly status?: string;
  readonly passenger?: { readonly familyName?: string };
};

test("The roster: every resident once, room by room, nothing of the screen, the foot says until when", async () => {
  const { page } = phone;
  await page.goto("/roster");
  const { rows, foot, others, beyond } = await printed("roster");
  const told = await page.locator("[data-test=room]").count();
  expect(rows.length).toBeGreaterThan(told);
  expect(rows.filter((row) => /жінка|чоловік|дівч|хлоп|дитин|доросл/.test(row)).length).toBe(
    (await namesOf("stay", () => true)).length + (await waiting()),
  );
  expect(others).toBe(0);
  expect(beyond).toBe(0);
  expect(foot).toMatch(/Перемишль|przemysl|Przemy/i);
  expect(foot).toContain("знищити до");
});

/** As the page says: “Чекають на ліжко (8)”. */
const waiting = async (): Promise<number> => {
  await phone.page.goto("/roster");
  const title = await phone.page.locator("main h2").filter({ hasText: /\d/ }).first().textContent();
  return Number(/\d+/.exec(title ?? "")?.[0] ?? 0);
};

test("A trip: every passenger once with their stops, and six lines for whoever comes besides", async () => {
  const { rows, head, others, beyond } = await printed("trip");
  const tripId = `trip:${addresses.trip?.split("/").at(-1)}`;
  const names = await namesOf("line", (line) => line.tripId === tripId && line.status === "booked");
  expect(rows.filter((row) => row !== "").length).toBe(names.length);
  for (const name of names) expect(rows.some((row) => row.includes(name))).toBe(true);
  expect(rows.filter((row) => row === "").length).toBe(6);
  expect(head).toContain("Сів");
  expect([others, beyond]).toEqual([0, 0]);
});

test("A roll call: everybody who is to be looked for, room by room, and nothing on the page but the list when the browser's own print is used", async () => {
  const { rows, others, beyond } = await printed("roll-call");
  const people = rows.filter((row) => /жінка|чоловік|дівч|хлоп|дитин|доросл/.test(row));
  const { page } = phone;
  expect(people.length).toBe(await page.locator("[data-test=roll-call-person]").count());
  expect([others, beyond]).toEqual([0, 0]);
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll(".p-button, nav, header, input, search, .p-snackbar")]
      .filter((one) => (one as HTMLElement).checkVisibility())
      .map(({ className }) => className),
  );
  expect(shown).toEqual([]);
  await page.emulateMedia({ media: null });
});
