import { afterAll, beforeAll, expect, test } from "vitest";
import { writeImport } from "../../../server/import/write-import.ts";
import { openPhone, type Phone } from "../../support/browser/chromium.ts";
import { signIn } from "../../support/browser/steps/sign-in.ts";
import { planManyPeople } from "../../support/data/many-people.ts";
import { oddRecords } from "../../support/hostile/odd-records.ts";
import { writeHostile } from "../../support/hostile/write-hostile.ts";
import { budget } from "../../support/runs/budget.ts";
import { seedOfTheDay } from "../../support/runs/seed-of-the-day.ts";
import { aServer, type TestServer } from "../../support/server/a-server.ts";
import { lockAndUnlock } from "./unlock.ts";

const [usualPeople, roundsOfEachKind, times] = [5_000, 360, 7];
const servers: TestServer[] = [];
let usual: Phone;
let odd: Phone;

beforeAll(async () => {
  for (const _ of ["usual", "odd"]) servers.push(await aServer());
  const [one, other] = servers as [TestServer, TestServer];
  const access = { baseUrl: `${one.address}/db`, user: "admin", password: "test-admin", fetch };
  const written = await writeImport(access, planManyPeople(usualPeople, "medyka"));
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  await writeHostile(other, oddRecords("medyka", roundsOfEachKind, seedOfTheDay()));
  [usual, odd] = [await openPhone({ baseURL: one.address }), await openPhone({ baseURL: other.address })];
  for (const { page } of [usual, odd]) await signIn(page, "lead");
});
afterAll(async () => {
  for (const phone of [usual, odd]) await phone?.throwAway();
  for (const server of servers) await server.stop();
});

test("A phone full of the oddest records that the rules take opens like any other", async () => {
  const took = { usual: [] as number[], odd: [] as number[] };
  for (let time = 0; time < times; time += 1)
    for (const [what, { page }] of [
      ["usual", usual],
      ["odd", odd],
    ] as const) {
      const { key, usable } = await lockAndUnlock(page, "lead");
      took[what].push(usable - key);
    }
  const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
  console.log(`from the key until people can be searched: usual ${took.usual} ms, odd ${took.odd} ms`);
  const ratio = median(took.odd) / median(took.usual);
  expect(ratio).toBeGreaterThan(0);
  budget("unlocked with 5,000 odd records to 5,000 people", Number(ratio.toFixed(2)), 1.2, "x");
});
