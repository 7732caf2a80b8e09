import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { openOutbox } from "../../../../src/device/outbox/open-outbox.ts";
import { sealedItemOf } from "../../../../src/device/outbox/outbox-item.ts";

const key = "dev1 site-medyka/person:1";

test("What another phone sealed replaces nothing: both lie here, once each, and travel as what they were sealed for", async () => {
  const outbox = openOutbox(`outbox-${Math.random()}`);
  await outbox.put([{ key, box: "AAAA", seen: { dev1: 2 } }]);
  for (let time = 0; time < 2; time += 1)
    await outbox.bringIn([
      { key, box: "AAAA" },
      { key, box: "BBBB" },
      { key: "dev2 site-medyka/person:1", box: "CCCC" },
    ]);
  const items = await outbox.all();
  expect(items.map(sealedItemOf)).toHaveLength(3);
  expect(items.map(sealedItemOf)).toEqual(
    expect.arrayContaining([
      { key, box: "AAAA" },
      { key, box: "BBBB" },
      { key: "dev2 site-medyka/person:1", box: "CCCC" },
    ]),
  );
  expect(items.find((item) => item.key === key)).toEqual({ key, box: "AAAA", seen: { dev1: 2 } });
  await outbox.settle(items.filter(({ box }) => box === "BBBB"));
  expect((await outbox.keys()).length).toBe(2);
});
