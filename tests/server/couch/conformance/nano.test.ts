import nano from "nano";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

let couch: TestCouch;
beforeAll(async () => {
  couch = await startCouch();
});
afterAll(() => couch.close());

test("nano creates, writes, reads, finds, follows and drops", async () => {
  const configuration = { url: couch.base.replace("//", "//admin:admin@"), parseUrl: false };
  const server = nano(configuration);
  await server.db.create("people");
  const people = server.use<{ kind: string; n: number }>("people");
  const { rev } = await people.insert({ kind: "person", n: 1 }, "olena");
  await people.bulk({
    docs: [
      { _id: "ivan", kind: "person", n: 2 },
      { _id: "bed", kind: "bed", n: 3 },
    ],
  });
  expect(await people.get("olena")).toMatchObject({ _rev: rev, kind: "person" });
  expect((await people.list({ include_docs: true })).rows.map(({ id }) => id)).toEqual(["bed", "ivan", "olena"]);
  expect((await people.fetch({ keys: ["ivan", "nobody"] })).rows).toHaveLength(2);
  expect((await people.find({ selector: { kind: "person" } })).docs).toHaveLength(2);
  const head = (await people.head("olena")) as unknown as { etag: string };
  expect(head.etag).toBe(`"${rev}"`);
  await people.attachment.insert("olena", "note.txt", Buffer.from("text"), "text/plain", { rev });
  expect((await people.attachment.get("olena", "note.txt")).toString()).toBe("text");
  await expect(people.get("nobody")).rejects.toMatchObject({ statusCode: 404, error: "not_found" });

  const batch = await new Promise<unknown[]>((resolve, reject) => {
    people.changesReader.get({ since: "0" }).on("batch", resolve).on("error", reject);
  });
  expect(batch).toHaveLength(3);
  const spooled = await new Promise<unknown[]>((resolve, reject) => {
    people.changesReader.spool({ since: "0" }).on("batch", resolve).on("error", reject);
  });
  expect(spooled).toHaveLength(3);
  await server.db.destroy("people");
  expect(await server.db.list()).not.toContain("people");
});
