import { afterEach, beforeEach, expect, test } from "vitest";
import { catchUp } from "../../../server/workers/catch-up.ts";
import { expire } from "../../../server/workers/expiry/expire.ts";
import { transferPeopleOn } from "../../../server/workers/transfer-people.ts";
import { tombstoneDays } from "../../../src/domain/retention/retention-days.ts";
import { aPhone } from "../../support/fleet/a-signed-in-phone.ts";
import { edit, register, site } from "../../support/fleet/people.ts";
import type { Phone } from "../../support/fleet/phone.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

let server: TestServer;
let lead: Phone;
beforeEach(async () => {
  server = await openTestServer();
  await server.install("directory", site, "site-lublin");
  lead = await aPhone(server, "lead", ["lead:medyka"]);
});
afterEach(async () => {
  await lead.close();
  await server.close();
});

const today = "2026-11-24";
const daysAfter = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const tenYears = 3_652 * 86_400_000;

test.each([
  ["right", 0],
  ["ten years behind", -tenYears],
  ["ten years ahead", tenYears],
])(
  "However the clock of the phone goes (%s), the placeholder of who moved is of the server's day and stays half a year",
  async (_, skew) => {
    lead.skew = skew;
    await server.couch.put(`${site}/group:1`, {
      ...{ _id: "group:1", kind: "group", v: 1, site: "medyka", label: "Коваль", keepTogether: true },
      ...{ arrivedAt: "2026-11-24T08:00:00.000Z", createdAt: "2026-11-24T08:00:00.000Z", createdBy: "eva" },
      ...{ createdDevice: "eva1", stamps: { base: "1.eva1", seen: { eva1: 1 }, edits: { "1.eva1": ["eva", ""] } } },
    });
    await register(lead, "1", { groupId: "group:1" });
    await edit(lead, "1", { movesTo: "lublin" });
    await lead.sync();
    await catchUp(
      server.couch,
      site,
      "0",
      transferPeopleOn(() => today),
    );
    const placeholders = await server.documents(site);
    expect(placeholders.get("person:1")).toMatchObject({ erased: { why: "moved", at: today, to: "lublin" } });
    expect(placeholders.get("group:1")).toMatchObject({ erased: { why: "moved", at: today, to: "lublin" } });
    await expire(server.couch, site, daysAfter(tombstoneDays));
    expect((await server.documents(site)).size).toBe(2);
    await expire(server.couch, site, daysAfter(tombstoneDays + 1));
    expect((await server.documents(site)).size).toBe(0);
  },
);
