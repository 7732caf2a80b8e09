import { afterEach, beforeEach, expect, test } from "vitest";
import { unresolvedConflicts } from "../../../../src/domain/merge/merge.ts";
import { nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { deviceIn } from "../../../../src/domain/merge/stamps.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { person } from "../../../../src/domain/model/kinds/person.ts";
import { edit, register, seen, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

let couple: TwoPhones;
beforeEach(async () => {
  couple = await openTwoPhones();
  await register(couple.ann, "1");
  await couple.ann.sync();
  await couple.ben.sync();
});
afterEach(() => couple.close());

const rivals = (key: string) => {
  const document = seen(couple.ann, key);
  return document
    ? unresolvedConflicts(person.rule, document).flatMap(({ values }) => values.map(([, value]) => value))
    : [];
};

/** What an account with a client of its own writes under the name of Ann's phone. */
const writeAsAnnsPhone = async (givenName: string) => {
  const { ann, ben, server } = couple;
  const author = { by: "ben", device: deviceIn(ann.device, site), at: "2026-11-24T08:00:00.000Z" };
  const written = (document: Document, name: string) =>
    nextVersion(person.rule, document, { ...document, givenName: name }, author);
  const stored = seen(ben, "1");
  if (!stored) throw new Error("nobody is there");
  await ben.store.bringIn(site, [written(written(stored, "Хтось"), givenName)]);
  await ben.sync();
  expect((await server.documents(site)).get("person:1")).toMatchObject({ givenName });
};

/** What Ann does while nobody hears her, and what is there once she is heard again. */
const meanwhile = async (...done: readonly (() => Promise<unknown>)[]) => {
  couple.ann.network.isOnline = false;
  // What is on its way as the network goes may have arrived, for all the phone knows.
  await register(couple.ann, "2");
  await couple.ann.idle();
  for (const act of done) await act();
  couple.ann.network.isOnline = true;
  await couple.ann.sync();
  await couple.ben.sync();
};

test("What was never sent is not taken as seen, whoever writes under the name of this phone", async () => {
  await meanwhile(
    () => edit(couple.ann, "1", { givenName: "Ольга" }),
    () => writeAsAnnsPhone("Ніхто"),
  );
  expect(rivals("1").sort()).toEqual(["Ніхто", "Ольга"].sort());
  expect(couple.ann.status).toMatchObject({ unsent: 0, refused: 0 });
  expect(seen(couple.ben, "1")).toEqual(seen(couple.ann, "1"));
});

test("Nor what was written on top of what was sent; nor after the page died", async () => {
  await edit(couple.ann, "1", { familyName: "Коваль" });
  await couple.ann.sync();
  await couple.ben.sync();
  await meanwhile(
    () => edit(couple.ann, "1", { givenName: "Ольга" }),
    () => couple.ann.crash(),
    () => couple.ann.open(),
    () => writeAsAnnsPhone("Ніхто"),
    () => edit(couple.ann, "1", { patronymic: "Іванівна" }),
  );
  expect(seen(couple.ben, "1")).toMatchObject({ givenName: "Ольга", familyName: "Коваль", patronymic: "Іванівна" });
  expect(seen(couple.ben, "1")).toEqual(seen(couple.ann, "1"));
});

test("Claimed twice, under whatever name it has by then, it is still there", async () => {
  const { ann, ben } = couple;
  ann.network.isOnline = false;
  await register(ann, "2");
  await ann.idle();
  await edit(ann, "1", { givenName: "Ольга" });
  await writeAsAnnsPhone("Ніхто");
  const stored = (await couple.server.documents(site)).get("person:1") as unknown as Document & {
    readonly _rev: string;
  };
  const { _rev, ...document } = stored;
  await ann.store.receive(site, [{ document, rev: _rev }], {});
  const names = Object.keys(seen(ann, "1")?.stamps.seen ?? {}).filter((name) => !(name in document.stamps.seen));
  const [device = ""] = names;
  const author = { by: "ben", device, at: "2026-11-24T08:00:00.000Z" };
  const claimed = nextVersion(
    person.rule,
    document as Document,
    { ...document, givenName: "Знову" } as Document,
    author,
  );
  expect(names).toHaveLength(1);
  await ben.store.bringIn(site, [claimed]);
  await ben.sync();
  ann.network.isOnline = true;
  await ann.sync();
  expect(rivals("1")).toContain("Ольга");
});

test("What was sent before is replaced without a question by whoever had seen it, whatever else is unsent", async () => {
  await edit(couple.ann, "1", { givenName: "Ольга" });
  await couple.ann.sync();
  await couple.ben.sync();
  await meanwhile(
    () => edit(couple.ann, "1", { familyName: "Коваль" }),
    () => edit(couple.ben, "1", { givenName: "Олена" }),
    () => couple.ben.sync(),
  );
  expect(rivals("1")).toEqual([]);
  expect(seen(couple.ann, "1")).toMatchObject({ givenName: "Олена", familyName: "Коваль" });
});

test("So is what arrived though its answer did not", async () => {
  const { ann, ben } = couple;
  ann.network.faultsAt = "_bulk_docs";
  ann.network.faults.push("lostAfter");
  await edit(ann, "1", { givenName: "Ольга" });
  await ann.idle();
  ann.network.isOnline = false;
  await ben.sync();
  expect(seen(ben, "1")).toMatchObject({ givenName: "Ольга" });
  await edit(ben, "1", { givenName: "Олена" });
  await ben.sync();
  await ann.crash();
  await ann.open();
  ann.network.isOnline = true;
  await ann.sync();
  expect(rivals("1")).toEqual([]);
  expect(seen(ann, "1")).toMatchObject({ givenName: "Олена" });
});
