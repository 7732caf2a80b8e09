import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";
import { registerFamily } from "./register-family.ts";

type Stored = { readonly _id: string; readonly kind: string; readonly groupId?: string; readonly givenName?: string };

const pictures = "tests/.output/sending-on";
let server: TestServer;
let lead: Phone;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  server = await aServer();
  lead = await openPhone({ baseURL: server.address });
  await signIn(lead.page, "lead");
});
afterAll(async () => {
  await lead?.throwAway();
  await server?.stop();
});

const peopleOf = async (site: string, group: string): Promise<readonly Stored[]> => {
  const { rows } = await server.couch<{ rows: readonly { readonly doc: Stored }[] }>(
    `site-${site}/_all_docs?include_docs=true`,
  );
  return rows.map(({ doc }) => doc).filter(({ kind, groupId }) => kind === "person" && groupId === `group:${group}`);
};

test("A lead sends a family's records on to another site, offline; with the network they are there and no longer here", async () => {
  const { page, context } = lead;
  await page.goto("/arrivals");
  const group = await registerFamily(page);
  await expect.poll(async () => (await peopleOf("medyka", group)).length).toBe(4);
  const [person] = await peopleOf("medyka", group);
  await context.setOffline(true);
  await page.goto(`/roster/person/${person?._id.replace("person:", "")}`);
  await page.getByRole("button", { name: "Передати запис до іншого місця" }).click();
  for (const box of await page.locator('input[name="send-who"]').all()) await box.check();
  await page.screenshot({ path: `${pictures}/sheet.png` });
  await page.getByRole("button", { name: "Передати записи" }).click();
  await page.getByText("Виберіть місце.").waitFor();
  await page.selectOption("#send-to", "przemysl");
  await page.getByRole("button", { name: "Передати записи" }).click();
  await page.getByText("Переходить до:").waitFor();
  await page.screenshot({ path: `${pictures}/going.png` });
  expect(await peopleOf("przemysl", group)).toHaveLength(0);

  await context.setOffline(false);
  await expect.poll(async () => (await peopleOf("przemysl", group)).length).toBe(4);
  await expect.poll(() => page.getByText("Переходить до:").count()).toBe(0);
  await page.screenshot({ path: `${pictures}/gone.png` });
  expect((await peopleOf("medyka", group)).some(({ givenName }) => givenName)).toBe(false);
  expect(lead.complaints).toEqual([]);
});
