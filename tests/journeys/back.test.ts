import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

type Stored = { readonly _id: string; readonly kind: string; readonly label?: string };

let server: TestServer;
let phone: Phone;

beforeAll(async () => {
  server = await aServer();
  phone = await openPhone({ baseURL: server.address });
  await signIn(phone.page, "volunteer");
});
afterAll(async () => {
  await phone?.throwAway();
  await server?.stop();
});

const path = (): Promise<string> => phone.page.evaluate(() => location.pathname);
const savedGroups = async (...labels: readonly string[]): Promise<readonly (string | undefined)[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    "site-medyka/_all_docs?include_docs=true",
  );
  const groups = rows
    .map(({ doc }) => doc)
    .filter(({ kind, label }) => kind === "group" && labels.includes(label ?? ""));
  return groups.map(({ label }) => label).sort();
};

test("Back from a new form nobody typed into leads to the list", async () => {
  const { page } = phone;
  await page.goto("/arrivals");
  await page.click('a[href="/arrivals/new"]');
  await page.waitForSelector("#surname");
  await page.goBack();
  await expect.poll(path).toBe("/arrivals");
});

test("Back after saving leads to the list, and the address of the saved form to the group; the next family is another one", async () => {
  const { page } = phone;
  const [first] = await registerQuickly(page, { surname: "Першенко", groups: 1, heads: 1 });
  const form = `/arrivals/register/${first?.groupId.replace("group:", "")}`;
  await page.goBack();
  await expect.poll(path).toBe("/arrivals");
  await page.goto(form);
  await expect.poll(path).toBe(`/arrivals/group/${first?.groupId.replace("group:", "")}`);
  await registerQuickly(page, { surname: "Другенко", groups: 1, heads: 1 });
  await expect.poll(() => savedGroups("Першенко 0", "Другенко 0")).toEqual(["Другенко 0", "Першенко 0"]);
});
