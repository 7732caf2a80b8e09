import { afterEach, beforeEach, expect, test } from "vitest";
import { catchUp } from "../../../../server/workers/catch-up.ts";
import { placeConcerns } from "../../../../server/workers/walls/place-concerns.ts";
import { placeLeftBehind } from "../../../../server/workers/walls/place-left-behind.ts";
import { tellSite } from "../../../../server/workers/walls/tell-site.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import type { ConfidentialNote } from "../../../../src/domain/model/kinds/confidential-note.ts";
import type { Safeguarding } from "../../../../src/domain/model/kinds/safeguarding.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { noteMeasure, settleNote, takeNote } from "../../../../src/domain/walls/take-note.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { edit, register, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import type { TestServer } from "../../../support/fleet/test-server.ts";
import { at, openWalledServer, workOn } from "../../../support/fleet/walled-site.ts";

const protection = "protection-org-1";
const birth = { precision: "day", date: "2015-05-12" };
let server: TestServer;
let ann: Phone;
let olha: Phone;

beforeEach(async () => {
  server = await openWalledServer();
  ann = await aPhone(server, "ann", ["volunteer:medyka"]);
  olha = await aPhone(server, "olha", ["protection:org-1"]);
});
afterEach(async () => {
  for (const phone of [ann, olha]) await phone.close();
  await server.close();
});

const work = () =>
  workOn(
    server,
    [ann, olha],
    [
      [site, placeConcerns],
      [protection, tellSite],
    ],
  );

const concerns = (): readonly ConfidentialNote[] =>
  [...olha.store.rows(protection).values()].map(({ document }) => document as unknown as ConfidentialNote);
const told = (): readonly Safeguarding[] =>
  [...ann.store.rows(site).values()].flatMap(({ document }) =>
    document.kind === "safeguarding" ? [document as unknown as Safeguarding] : [],
  );
const act = (id: string, command: (note: ConfidentialNote) => unknown) =>
  olha.store.change(protection, id, command as never);

test("An officer hears of a child alone, with its name, age and site, and reads nothing else of the site", async () => {
  await register(ann, "boy", { birth, noParentSince: at, cameWith: [] });
  await register(ann, "woman");
  await work();
  expect(concerns()).toMatchObject([{ topic: "child_alone", personName: "Оля", birth, site: "medyka", at, by: "ann" }]);
  expect(olha.store.rows(site).size).toBe(0);
});

test("One concern for a child, whatever is corrected; another for its leaving with nobody confirmed", async () => {
  await register(ann, "girl", { birth, noParentSince: at, cameWith: ["person:aunt"] });
  await work();
  await edit(ann, "girl", { cameWith: [], familyName: "Коваль" });
  const left = { site: "medyka", personId: "person:girl", event: "left", at, by: "ann", note: "з жінкою" };
  await ann.store.add(site, [{ kind: "safeguarding", id: "safeguarding:1", content: left }]);
  await work();
  await work();
  expect(
    concerns()
      .map(({ topic }) => topic)
      .sort(),
  ).toEqual(["child_left", "child_not_parent"]);
  expect(JSON.stringify(concerns())).not.toContain("з жінкою");
});

test("Once an officer has taken charge the site sees who and when, once, and not what is done", async () => {
  await register(ann, "boy", { birth, noParentSince: at });
  await work();
  const [{ _id: id } = { _id: "" }] = concerns();
  await act(id, (note) => takeNote(note, { by: "olha", at: "2026-11-24T07:20:00.000Z" }));
  await act(id, (note) => noteMeasure(note, "суд повідомлено", { by: "olha", at: "2026-11-24T08:00:00.000Z" }));
  await act(id, (note) => settleNote(note, "тимчасовий опікун", { by: "olha", at: "2026-11-24T09:00:00.000Z" }));
  await work();
  await work();
  expect(told()).toMatchObject([
    { event: "told", office: "protection_officer", personId: "person:boy", by: "olha", at: "2026-11-24T07:20:00.000Z" },
  ]);
  expect(JSON.stringify([...ann.store.rows(site).values()])).not.toMatch(/суд|опікун/);
  expect(concerns()).toMatchObject([{ settled: true, measures: [{ by: "olha", text: "суд повідомлено" }] }]);
});

test("Nobody takes charge in somebody else's name, and whoever reads may not write what was noted", async () => {
  await register(ann, "boy", { birth, noParentSince: at });
  await work();
  const [{ _id: id } = { _id: "" }] = concerns();
  await act(id, (note) => takeNote(note, { by: "ivan", at }));
  await olha.sync();
  expect(olha.store.rows(protection).get(id)?.refused?.reason).toContain("other_author");
});

test("A measure in another's name is refused", async () => {
  await register(ann, "boy", { birth, noParentSince: at });
  await work();
  const [{ _id: id } = { _id: "" }] = concerns();
  const refusal = () => olha.store.rows(protection).get(id)?.refused?.reason ?? "";
  await act(id, (note) =>
    noteMeasure({ ...note, takenBy: "olha", takenAt: at }, "суд повідомлено", { by: "olha", at }),
  );
  await olha.sync();
  expect(refusal()).toBe("");
  await act(id, (note) =>
    ok({ ...note, measures: [...(note.measures ?? []), { at, by: "ivan", text: "передано тітці" }] }),
  );
  await olha.sync();
  expect(refusal()).toContain("other_author");
});

test.each(["takenAt", "measures"] as const)(
  "An hour that is days ahead of the server's clock is refused: %s",
  async (field) => {
    await register(ann, "boy", { birth, noParentSince: at });
    await work();
    const [{ _id: id } = { _id: "" }] = concerns();
    const late = { by: "olha", at: new Date(Date.now() + 3 * 86_400_000).toISOString() };
    await act(id, (note) =>
      field === "takenAt" ? takeNote(note, late) : noteMeasure({ ...note, takenBy: "olha", takenAt: at }, "суд", late),
    );
    await olha.sync();
    expect(olha.store.rows(protection).get(id)?.refused?.reason).toContain(`NotValid:${field}`);
  },
);
test("Officers hear of a child who stays while its people leave the house, or with a bus, and not what was answered", async () => {
  await server.install("trip-1");
  await register(ann, "girl", { birth });
  const stays = { childrenStay: ["person:girl"], childrenCare: "з тіткою" };
  const left = { site: "medyka", personId: "person:mother", event: "check_out", order: 1, at, by: "ann", ...stays };
  await ann.store.add(site, [{ kind: "presence", id: "presence:1", content: left }]);
  const author = { by: "ann", device: "ann1", at };
  const line = { site: "medyka", tripId: "trip:1", status: "booked" };
  for (const [key, passenger] of [
    ["girl", { child: true }],
    ["aunt", { child: false }],
  ] as const)
    await server.couch.put(
      `trip-1/line:${key}`,
      firstVersion(kinds.line, `line:${key}`, { ...line, personId: `person:${key}`, passenger }, author),
    );
  const departed = { site: "medyka", tripId: "trip:1", event: "depart", order: 1, at, by: "ann" };
  await server.couch.put(
    "trip-1/scan:1",
    firstVersion(kinds.scan, "scan:1", { ...departed, parted: ["line:girl", "line:aunt"] }, author),
  );
  await ann.sync();
  for (const database of [site, "trip-1", site]) await catchUp(server.couch, database, "0", placeLeftBehind);
  await work();
  expect(concerns().map(({ topic, personId }) => [topic, personId])).toEqual([
    ["child_behind", "person:girl"],
    ["child_behind", "person:girl"],
  ]);
  expect(JSON.stringify(concerns())).not.toContain("тіткою");
});
