import { expect, test } from "vitest";
import { readSealedOutboxFile, sealedOutboxFileOf } from "../../../../src/domain/exchange/sealed-outbox-file.ts";

const items = [
  { key: "dev12345 site-medyka/person:1", box: "AAAA" },
  { key: "dev12345 trip-1/scan:1", box: "AAA=" },
];
const read = (value: unknown) => readSealedOutboxFile(JSON.stringify(value));

test("What was written is read", () => {
  expect(read(sealedOutboxFileOf(items))).toEqual({ ok: true, value: items });
});

test("What is in it besides, or is no sealed item, is left out", () => {
  const foreign = [{ key: "../_users/x", box: "AAAA" }, { key: items[0]?.key, box: "<script>" }, null, 7, { key: 1 }];
  const file = { ...sealedOutboxFileOf(items), items: [{ ...items[0], more: "x" }, ...foreign] };
  expect(read(file)).toEqual({ ok: true, value: [items[0]] });
});

test.each([
  ["no JSON", "{", "NotASealedFile"],
  ["another file", '{"format":"prystan-records","version":1,"records":[]}', "NotASealedFile"],
  ["an empty one", JSON.stringify(sealedOutboxFileOf([])), "NotASealedFile"],
  ["one of a newer app", JSON.stringify({ ...sealedOutboxFileOf(items), version: 2 }), "MadeByNewerApp"],
])("%s is refused with a reason", (_, text, type) => {
  expect(readSealedOutboxFile(text)).toEqual({ ok: false, error: { type } });
});
