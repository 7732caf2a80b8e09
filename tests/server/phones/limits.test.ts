import "../../support/server/cheap-passwords.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { saveAccount } from "../../../server/accounts/accounts.ts";
import { installDatabase } from "../../../server/design/install-database.ts";
import { savePhone } from "../../../server/phones/phone-record.ts";
import { phoneApi } from "../../../server/web/phones/phone-api.ts";
import { openAccountLimits } from "../../../server/web/sign-in/account-limits.ts";
import { findSessionUser } from "../../../server/web/sign-in/find-session-user.ts";
import { admin, startFront, type TestFront } from "../web/support/start-front.ts";

let front: TestFront;
let cookie = "";
beforeEach(async () => {
  const asks = findSessionUser(() => `${front.address}/db`);
  front = await startFront({
    more: () => phoneApi({ couch: () => front.couch, whoAsks: asks, leaseHours: 24, key: admin.password }),
  });
  await installDatabase(front.couch, "directory");
  await installDatabase(front.couch, "server");
  await saveAccount(front.couch, { name: "ann", roles: ["lead:medyka"], passphrase: "right" });
  const body = new URLSearchParams({ name: "ann", password: "right" });
  const { headers } = await fetch(`${front.address}/db/_session`, { method: "POST", body });
  cookie = headers.getSetCookie()[0]?.split(";")[0] ?? "";
});
afterEach(() => front.close());

const ask = (path: string, body: object) =>
  fetch(`${front.address}/db/_phone/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });
const introduce = (device: string) => ask("introduce", { device, label: "" });

test("An account brings thirty new phones an hour, and every phone that is known as often as it likes", async () => {
  for (let phone = 0; phone < 30; phone++) expect((await introduce(`phone${phone}`)).status).toBe(200);
  const refused = await introduce("onemore");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  for (let time = 0; time < 5; time++) expect((await introduce("phone7")).status).toBe(200);
});

test("A lead finds no more than a hundred phones of one account that were heard within a month", async () => {
  const aPhone = (place: number) => ({ device: `phone${place}`, account: "ben", label: "" });
  const day = "2026-11-25T08:00:00.000Z";
  for (let place = 0; place < 100; place++) expect(await savePhone(front.couch, aPhone(place), day)).toBe(true);
  expect(await savePhone(front.couch, aPhone(100), day)).toBe("tooMany");
  expect(await savePhone(front.couch, aPhone(99), day)).toBe(true);
  expect(await savePhone(front.couch, { ...aPhone(101), account: "cid" }, day)).toBe(true);
  expect(await savePhone(front.couch, aPhone(100), "2027-01-05T08:00:00.000Z")).toBe(true);
});

test("Each limit is for one account and its own time", () => {
  let now = 0;
  const limits = openAccountLimits(() => now);
  expect(limits.add("items", "ann", 5_000)).toBe(true);
  expect(limits.add("items", "ann")).toBe(false);
  expect(limits.add("items", "ben")).toBe(true);
  expect(limits.add("reviews", "ann", 999)).toBe(true);
  expect(limits.isOver("reviews", "ann")).toBe(false);
  limits.add("reviews", "ann");
  expect(limits.isOver("reviews", "ann")).toBe(true);
  now = 60_000;
  expect(limits.add("items", "ann")).toBe(true);
  expect(limits.isOver("reviews", "ann")).toBe(true);
});

test("Nobody in particular is answered before the body is read", async () => {
  cookie = "AuthSession=x";
  const items = Array.from({ length: 50 }, () => ({ key: "x", box: "x".repeat(50_000) }));
  expect((await ask("handed-in", { items })).status).toBe(401);
});
