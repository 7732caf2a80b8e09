import fc from "fast-check";
import { catchUp } from "../../../server/workers/catch-up.ts";
import { transferPeople } from "../../../server/workers/transfer-people.ts";
import { writesOf } from "../../../src/domain/merge/writes.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import { ok } from "../../../src/domain/model/result.ts";
import { aPhone } from "./a-signed-in-phone.ts";
import { register } from "./people.ts";
import type { Phone } from "./phone.ts";
import { openTestServer, type TestServer } from "./test-server.ts";

const databases = ["site-medyka", "site-lublin"] as const;

export const withPhones = async (
  run: (server: TestServer, phones: readonly Phone[]) => Promise<void>,
): Promise<void> => {
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
export const settle = async (server: TestServer, phones: readonly Phone[]) => {
  for (let round = 0; round < 4; round += 1) {
    for (const phone of phones) await phone.sync();
    await work(server);
  }
  for (const phone of phones) await phone.sync();
};
export const liveIn = (phone: Phone, database: string, id: string): Document | undefined => {
  const document = phone.store.rows(database).get(id)?.document;
  return document && !isTombstone(document) ? document : undefined;
};
export const write = (phone: Phone, database: string, id: string, change: object) =>
  phone.store.change(database, id, (before: Document) => ok({ ...before, ...change } as Document));

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
    { weight: 2, arbitrary: fc.record({ act: fc.constant("settle" as const) }) },
  ),
  { minLength: 10, maxLength: 30 },
);

/**
 * One person, three phones at two sites and the worker that moves records, in whatever order: throws where a value is lost that nobody
 * replaced, where the person is alive at none or both of the sites, or where a phone cannot send.
 */
export const moveAndEdit = (seed: number, numRuns: number): Promise<void> =>
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
          if (step.act === "settle") await settle(server, phones);
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
        const lost = [...waiting].filter((value) => !found.includes(value));
        if (lost.length > 0) throw new Error(`lost: ${lost.join(", ")}`);
        const homes = databases.filter((database) => phones.some((phone) => liveIn(phone, database, "person:1")));
        if (homes.length !== 1) throw new Error(`alive in ${homes.length} sites`);
        for (const { status } of phones)
          if (status.unsent + status.refused > 0)
            throw new Error(`unsent: ${status.unsent}, refused: ${status.refused}`);
      }),
    ),
    // A shorter example would cost a server and three phones for each try.
    { seed, numRuns, endOnFailure: true },
  );
