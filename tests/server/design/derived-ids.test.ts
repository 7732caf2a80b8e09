import { beforeAll, expect, test } from "vitest";
import { type Author, firstVersion } from "../../../src/domain/merge/next-version.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { openValidator } from "../../support/server/open-validator.ts";

let judge: Awaited<ReturnType<typeof openValidator>>;
beforeAll(async () => {
  judge = await openValidator();
});

const at = "2026-11-24T08:00:00.000Z";
const ben: Author = { by: "ben", device: "ben1", at };
const volunteer = { db: "site-medyka", name: "ben", roles: ["account", "volunteer:medyka"] };
const driver = { db: "trip-1", name: "ben", roles: ["account", "driver", "trip:1"] };
const stay = (id: string, personId: string) =>
  judge(volunteer, [[firstVersion(kinds.stay, id, { site: "medyka", personId }, ben)]])[0];
const presence = (id: string, content: object) =>
  judge(volunteer, [[firstVersion(kinds.presence, id, { site: "medyka", at, by: "ben", ...content }, ben)]])[0];

test("The id of a stay is its person's: nobody takes away the one that another's next stay gets", () => {
  expect(stay("stay:a.medyka.1", "person:a")).toBe(undefined);
  expect(stay("stay:a.b.medyka.12", "person:a.b")).toBe(undefined);
  expect(stay("stay:other", "person:a")).toBe(undefined);
  expect(stay("stay:a.medyka.1", "person:b")).toBe("forbidden: event_id");
  expect(stay("stay:a.lublin.1", "person:a")).toBe("forbidden: event_id");
});

test("What is fixed in an act follows from its id, so that whoever notes it unseen can be joined", () => {
  const act = { personId: "person:a", stayId: "stay:a.medyka.1", event: "absent", order: 4 };
  expect(presence("presence:a.medyka.1.4.absent", act)).toBe(undefined);
  expect(presence("presence:a.medyka.1.4.absent", { ...act, personId: "person:b" })).toBe("forbidden: event_id");
  expect(presence("presence:a.medyka.1.4.absent", { ...act, rollCallId: "roll-call:r" })).toBe("forbidden: event_id");
  const answer = { personId: "person:a", rollCallId: "roll-call:r", event: "seen", order: 1 };
  expect(presence("presence:r.a.seen", answer)).toBe(undefined);
  expect(presence("presence:r.a.seen", { ...answer, order: 2 })).toBe("forbidden: event_id");
  expect(presence("presence:r.a.seen", { ...answer, stayId: "stay:a.medyka.1" })).toBe("forbidden: event_id");
});

test("What is scanned at a door is of that trip", () => {
  const scan = (tripId: string) =>
    judge(driver, [
      [
        firstVersion(
          kinds.scan,
          "scan:1.a.1.board",
          { site: "medyka", tripId, lineId: "line:1.a", event: "board", order: 1, at, by: "ben" },
          ben,
        ),
      ],
    ])[0];
  expect(scan("trip:1")).toBe(undefined);
  expect(scan("trip:2")).toBe("forbidden: event_id");
});
