import { expect, test } from "vitest";
import { builtOn } from "../../../../src/domain/acts/built-on.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const scan = (key: string, content: object) => aDocument("scan", key, { event: "board", ...content });
const departure = scan("t.1.depart", { event: "depart", at: "2026-11-24T20:00:00.000Z" });
const around = (...scans: readonly ReturnType<typeof scan>[]) => ({
  stays: new Map(),
  beds: new Map(),
  lines: [],
  scans: [departure, ...scans],
});

test("On a departure rest the arrival and what was put right at a passenger after it, and nothing of before", () => {
  const before = scan("a.1.board", { lineId: "line:a", at: "2026-11-24T19:50:00.000Z" });
  const after = scan("b.1.unboard", { lineId: "line:b", event: "unboard", at: "2026-11-24T20:10:00.000Z" });
  const arrival = scan("t.2.arrive", { event: "arrive", order: 2, at: "2026-11-25T02:00:00.000Z" });
  const voided = scan("c.1.unboard", { lineId: "line:c", at: "2026-11-24T20:20:00.000Z", voided: "mistake" });
  const found = builtOn([{ database: "trip-1", after: departure }], around(before, after, arrival, voided));
  expect(found.map(({ _id }) => _id).sort()).toEqual([after._id, arrival._id].sort());
});
