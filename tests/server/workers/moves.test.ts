import fc from "fast-check";
import { expect, test } from "vitest";
import { catchUp } from "../../../server/workers/catch-up.ts";
import { transferPeople } from "../../../server/workers/transfer-people.ts";
import { writesOf } from "../../../src/domain/merge/writes.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import { ok } from "../../../src/domain/model/result.ts";
import { aPhone } from "../../support/fleet/a-signed-in-phone.ts";
import { register } from "../../support/fleet/people.ts";
import type { Phone } from "../../support/fleet/phone.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

const databases = ["site-medyka", "site-lublin"] as const;
const group = {
  kind: "group",
  id: "group:1",
  content: { site: "medyka", arrivedAt: "2026-11-24T08:00:00.000Z", keepTogether: true },
};

const withPhones = async (run: (server: TestServer, phones: readonly Phone[]) => Promise<void>): Promise<void> => {
  const server = await openTestServer();
  await server.install("directory", ...databases);
  const phones = [
    await aPhone(server, "lead", ["lead:medyka", "lead:lublin"]),
    await aPhone(server, "vera", ["volunteer:medyka"]),
    await aPhone(server, "away", ["lead:lublin"]),
  ];
  try {
    await run(server, phones);
  } finally {
    for (const phone of phones) await phone.close();
    await server.close();
  }
};
const work = async (server: TestServer) => {
  for (const database of databases) await catchUp(server.couch, database, "0", transferPeople);
};
/** Until nothing moves any more. */
const settle = async (server: TestServer, phones: readonly Phone[]) => {
  for (let round = 0; round < 4; round += 1) {
    for (const phone of phones) await phone.sync();
    await work(server);
  }
  for (const phone of phones) await phone.sync();
};
const liveIn = (phone: Phone, database: string, id: string): Document | undefined => {
  const document = phone.store.rows(database).get(id)?.document;
  return document && !isTombstone(document) ? document : undefined;
};
const write = (phone: Phone, database: string, id: string, change: object) =>
  phone.store.change(database, id, (before: Document) => ok({ ...before, ...change } as Document));

test("Somebody who is moved away and comes back, with their group, twice, is still somebody", () =>
  withPhones(async (server, [lead, vera, away]) => {
    if (!lead || !vera || !away) throw new Error("no phones");
    const all = [lead, vera, away];
    await vera.store.add("site-medyka", [{ ...group, content: { ...group.content, label: "Зоренко" } }]);
    await register(vera, "1", { familyName: "Зоренко", groupId: "group:1" });
    await settle(server, all);
    for (const note of ["Суми", "Харків"]) {
      await write(lead, "site-medyka", "person:1", { movesTo: "lublin" });
      await settle(server, all);
      await write(away, "site-lublin", "person:1", { originSettlement: note });
      await settle(server, all);
      expect(liveIn(away, "site-lublin", "group:1")).toMatchObject({ label: "Зоренко", site: "lublin" });
      await write(away, "site-lublin", "person:1", { movesTo: "medyka" });
      await settle(server, all);
      expect(liveIn(vera, "site-medyka", "person:1")).toMatchObject({
        familyName: "Зоренко",
        givenName: "Оля",
        recordState: "quick",
        site: "medyka",
        originSettlement: note,
      });
      expect(liveIn(vera, "site-medyka", "group:1")).toMatchObject({ label: "Зоренко", site: "medyka" });
      expect(liveIn(away, "site-lublin", "person:1")).toBeUndefined();
    }
    for (const phone of all) expect(phone.status).toMatchObject({ unsent: 0, refused: 0 });
  }));

const fields = ["familyName", "patronymic", "originSettlement"] as const;
const acts = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ act: fc.constant("edit" as const), phone: fc.nat(2), field: fc.constantFrom(...fields) }),
    },
    { weight: 2, arbitrary: fc.record({ act: fc.constant("move" as const), phone: fc.constantFrom(0, 2) }) },
    { weight: 3, arbitrary: fc.record({ act: fc.constant("sync" as const), phone: fc.nat(2) }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant("work" as const) }) },
  ),
  { minLength: 10, maxLength: 30 },
);

test("Whoever moves, edits and syncs in whatever order: no value is lost that nobody replaced", () =>
  fc.assert(
    fc.asyncProperty(acts, (sequence) =>
      withPhones(async (server, phones) => {
        const [, vera] = phones;
        if (!vera) throw new Error("no phones");
        await register(vera, "1");
        await settle(server, phones);
        const waiting = new Set<string>();
        for (const [place, step] of sequence.entries()) {
          const phone = "phone" in step ? phones[step.phone] : undefined;
          if (step.act === "work") await work(server);
          if (step.act === "sync") await phone?.sync();
          const home = phone && databases.find((database) => liveIn(phone, database, "person:1"));
          if (!phone || !home) continue;
          if (step.act === "move")
            await write(phone, home, "person:1", { movesTo: home === "site-medyka" ? "lublin" : "medyka" });
          if (step.act === "edit") {
            const replaced = liveIn(phone, home, "person:1")?.[step.field];
            const done = await write(phone, home, "person:1", { [step.field]: `value${place}` });
            if (!done.ok) throw new Error(done.error.type);
            waiting.delete(String(replaced));
            waiting.add(`value${place}`);
          }
        }
        await settle(server, phones);
        const found = phones
          .flatMap((phone) =>
            databases.flatMap((database) => phone.store.rows(database).get("person:1")?.document ?? []),
          )
          .flatMap((document) => [...writesOf(document).values()])
          .flatMap((values) => [...values.values()].map(([, value]) => String(value)));
        expect([...waiting].filter((value) => !found.includes(value))).toEqual([]);
        const homes = databases.filter((database) => phones.some((phone) => liveIn(phone, database, "person:1")));
        expect(homes).toHaveLength(1);
        for (const phone of phones) expect(phone.status).toMatchObject({ unsent: 0, refused: 0 });
      }),
    ),
    { numRuns: 25 },
  ));
