import { expect, test } from "vitest";
import { followRecord, type KnownAtSite } from "../../../../src/domain/child-form/follow-record.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { type Child, child } from "../../../../src/domain/model/kinds/child.ts";

const personId = "person:1";
const made = (by: string, content: object) =>
  firstVersion(
    child,
    "child:1",
    { personId, ...content },
    { by, device: by, at: "2026-11-24T07:00:00.000Z" },
  ) as unknown as Child;
const known = (content: object) => ({ site: "second", personId, ...content }) as KnownAtSite;

test("Where the child is follows the site also in a form that an officer began; what the officer wrote stays", () => {
  const form = made("olha", { site: "medyka", familyName: "Коваль Оля" });
  const after = followRecord(form, known({ familyName: "Коваль", givenName: "Оля" }), "server");
  expect(after).toMatchObject({ site: "second", familyName: "Коваль Оля", givenName: "Оля" });
});

test("What the worker wrote and the site no longer says is taken out, but for what the site can say nothing of now", () => {
  const form = made("server", { site: "second", adultName: "Бондар Олег", patronymic: "Іванівна", riskLevel: "high" });
  expect(followRecord(form, known({}), "server")).not.toHaveProperty("adultName");
  const after = followRecord(form, known({}), "server", ["adultName"]);
  expect(after).toMatchObject({ adultName: "Бондар Олег", riskLevel: "high" });
  expect(after).not.toHaveProperty("patronymic");
  expect(followRecord(after, known({}), "server", ["adultName"])).toBe(after);
});
