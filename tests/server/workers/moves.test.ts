import { expect, test } from "vitest";
import { liveIn, moveAndEdit, settle, withPhones, write } from "../../support/fleet/moves.ts";
import { register } from "../../support/fleet/people.ts";
import { seedOfTheDay } from "../../support/runs/seed-of-the-day.ts";

const seed = seedOfTheDay();
const runs = Number(process.env.MOVES ?? 12);
const group = {
  kind: "group",
  id: "group:1",
  content: { site: "medyka", arrivedAt: "2026-11-24T08:00:00.000Z", keepTogether: true },
};

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

test(`Whoever moves, edits and syncs in whatever order: no value is lost that nobody replaced (seed ${seed}, ${runs})`, () =>
  moveAndEdit(seed, runs));
