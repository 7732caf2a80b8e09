import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aServer, type TestServer } from "../support/a-server.ts";
import { newProfile, openPhone, type Phone, removeProfile } from "../support/chromium.ts";
import { signIn, upToDate } from "../support/sign-in.ts";
import { registerFamily } from "./register-family.ts";

type Stored = { readonly _id: string; readonly kind: string; readonly [field: string]: unknown };
type Rows = { readonly rows: readonly { readonly doc: Stored }[] };

describe.sequential("The main job, in Ukrainian, 360 × 740", () => {
  let server: TestServer;
  let volunteer: Phone;
  let lead: Phone;
  const profile = newProfile();
  let group = "";

  const stored = async (database: string): Promise<readonly Stored[]> =>
    (await server.couch<Rows>(`${database}/_all_docs?include_docs=true`)).rows.map(({ doc }) => doc);
  const family = async () =>
    (await stored("site-medyka")).filter((doc) => doc.kind === "person" && doc.groupId === `group:${group}`);

  beforeAll(async () => {
    server = await aServer();
    volunteer = await openPhone({ profile, baseURL: server.address });
    lead = await openPhone({ baseURL: server.address });
    await Promise.all([signIn(volunteer.page, "volunteer"), signIn(lead.page, "lead")]);
  });

  afterAll(async () => {
    await volunteer?.close().catch(() => {});
    await lead?.close();
    await server?.stop();
    removeProfile(profile);
    if (lead) removeProfile(lead.profile);
  });

  test("A family of four is registered on one screen with the network off", async () => {
    await volunteer.context.setOffline(true);
    group = await registerFamily(volunteer.page);
    await expect.poll(() => volunteer.page.locator(".p-header-status").textContent()).toContain("5 не надіслано");
    expect(await volunteer.page.locator(".p-row").count()).toBe(4);
  });

  test("After the battery died they are all there, still offline", async () => {
    volunteer.die();
    volunteer = await openPhone({ profile, baseURL: server.address, offline: true });
    await volunteer.page.goto("/arrivals");
    await volunteer.page.fill("#search", "Лукьяненко");
    await expect.poll(() => volunteer.page.locator(".p-row").count()).toBe(4);
    expect(await family()).toEqual([]);
  });

  test("Back online they are on the server and on the lead's phone within 5 seconds", async () => {
    const started = Date.now();
    await volunteer.context.setOffline(false);
    await expect.poll(async () => (await family()).length, { timeout: 5_000, interval: 100 }).toBe(4);
    const onServer = Date.now() - started;
    await lead.page.fill("#search", "Lukianenko");
    await expect.poll(() => lead.page.locator(".p-row").count(), { timeout: 5_000, interval: 100 }).toBe(4);
    console.log(`on the server after ${onServer} ms, seen by the lead after ${Date.now() - started} ms`);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  test("Lead and volunteer change one person while both are offline; both changes are on both phones and on the server", async () => {
    const person = (await family()).find((doc) => doc.givenName === "Ганна");
    const key = person?._id.split(":")[1];
    await upToDate(volunteer.page);
    await Promise.all([lead.context.setOffline(true), volunteer.context.setOffline(true)]);

    await lead.page.goto(`/roster/bed-for/${key}`);
    await lead.page.locator(".p-page__actions button").first().click();
    await lead.page.waitForURL(/\/roster/);
    await lead.page.goto(`/arrivals/person/${key}/edit`);
    await lead.page.fill("#originSettlement", "Харків");
    await lead.page.click("button[type=submit]");
    await volunteer.page.goto(`/arrivals/person/${key}/edit`);
    await volunteer.page.fill("#patronymic", "Іванівна");
    await volunteer.page.click("button[type=submit]");
    await volunteer.page.waitForURL(new RegExp(`/arrivals/person/${key}$`));

    await Promise.all([lead.context.setOffline(false), volunteer.context.setOffline(false)]);
    const both = { originSettlement: "Харків", patronymic: "Іванівна" };
    await expect
      .poll(async () => (await family()).find((doc) => doc._id === person?._id), { timeout: 10_000 })
      .toMatchObject(both);
    for (const phone of [lead, volunteer]) {
      await phone.page.goto(`/arrivals/person/${key}`);
      await expect
        .poll(() => phone.page.locator("main").textContent(), { timeout: 10_000 })
        .toMatch(/Іванівна[\s\S]*Харків/);
    }
    await expect
      .poll(
        async () =>
          (await stored("site-medyka")).filter((doc) => doc.kind === "stay" && doc.groupId === `group:${group}`).length,
      )
      .toBe(4);
    await volunteer.page.goto(`/roster/person/${key}`);
    await expect.poll(() => volunteer.page.locator("main").textContent()).toContain("заселено");
  });

  test("Nothing complained: no uncaught error, no breach of the content security policy", () => {
    expect([...volunteer.complaints, ...lead.complaints]).toEqual([]);
  });
});
