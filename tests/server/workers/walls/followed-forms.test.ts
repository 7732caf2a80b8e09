import { afterEach, beforeEach, expect, test } from "vitest";
import { type ChangeHandler, catchUp } from "../../../../server/workers/catch-up.ts";
import { beginChildForms } from "../../../../server/workers/walls/child-forms.ts";
import { followChildren } from "../../../../server/workers/walls/follow-children.ts";
import { placeConcerns } from "../../../../server/workers/walls/place-concerns.ts";
import { fillForm } from "../../../../src/domain/child-form/fill-form.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { aPerson, edit, register, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import type { TestServer } from "../../../support/fleet/test-server.ts";
import { at, openWalledServer } from "../../../support/fleet/walled-site.ts";

const protection = "protection-org-1";
let server: TestServer;
let ann: Phone;
let follow: ChangeHandler;
let since: string;

beforeEach(async () => {
  server = await openWalledServer(["medyka", "second"]);
  ann = await aPhone(server, "ann", ["volunteer:medyka"]);
  follow = followChildren();
  since = "0";
  await register(ann, "aunt", { familyName: "Коваль", givenName: "Марія" });
  await register(ann, "girl", { familyName: "Коваль", noParentSince: at, cameWith: ["person:aunt"] });
  await ann.sync();
  await catchUp(server.couch, site, "0", placeConcerns);
  await catchUp(server.couch, protection, "0", beginChildForms);
  await work();
});
afterEach(async () => {
  await ann.close();
  await server.close();
});

const work = async () => {
  await ann.sync();
  since = await catchUp(server.couch, site, since, follow);
};
/** What a person who goes on to the second site leaves at the first one. */
const leave = async (key: string) => {
  const { body } = await server.couch.get<Record<string, unknown>>(`${site}/person:${key}`);
  const { _id, _rev, kind, v, createdAt, createdBy, createdDevice, stamps } = body;
  const erased = { why: "moved", to: "second", at: "2026-11-25" };
  const placeholder = { _id, _rev, kind, v, createdAt, createdBy, createdDevice, stamps, erased, site: "medyka" };
  expect((await server.couch.put(`${site}/person:${key}`, placeholder)).status).toBe(201);
};
const form = async () => (await server.documents(protection)).get("child:girl");

test("An adult's name that is corrected later reaches the form of the child", async () => {
  await edit(ann, "aunt", { familyName: "Бондар", givenName: "Ольга" });
  await work();
  expect(await form()).toMatchObject({ adultName: "Бондар Ольга", familyName: "Коваль" });
});

test("An adult who was taken out at the site leaves the form, but for one whom an officer wrote", async () => {
  await edit(ann, "girl", { cameWith: [] });
  await work();
  expect(await form()).not.toHaveProperty("adultName");

  await edit(ann, "girl", { cameWith: ["person:aunt"] });
  await work();
  const olha = await aPhone(server, "olha", ["protection:org-1"]);
  await olha.sync();
  const written = { adultName: "Марія К." };
  await olha.store.change(protection, "child:girl", ((now: never) => fillForm(now, written)) as never);
  await olha.sync();
  await edit(ann, "girl", { cameWith: [] });
  await work();
  await olha.close();
  expect(await form()).toMatchObject({ adultName: "Марія К." });
});

test("An adult whose record is not at the site any more stays in the form", async () => {
  await leave("aunt");
  await work();
  expect(await form()).toMatchObject({ adultName: "Коваль Марія" });
});

test("A record of another site says nothing of a child whose record did not go there", async () => {
  const mallory = await aPhone(server, "mallory", ["volunteer:second"]);
  const { id, kind, content } = aPerson("girl", { familyName: "Не", givenName: "Вона", noParentSince: at });
  await mallory.store.add("site-second", [{ kind, id, content: { ...content, site: "second" } }]);
  await mallory.sync();
  await mallory.close();
  await catchUp(server.couch, "site-second", "0", follow);
  expect(await form()).toMatchObject({ site: "medyka", familyName: "Коваль" });
});

test("A form follows the child's record to another site, whichever of the two is looked at first", async () => {
  const content = { ...aPerson("girl").content, site: "second", familyName: "Коваль", noParentSince: at };
  const arrived = firstVersion(kinds.person, "person:girl", content, { by: "eva", device: "eva1", at });
  await server.couch.put("site-second/person:girl", arrived);
  await catchUp(server.couch, "site-second", "0", follow);
  expect(await form()).toMatchObject({ site: "medyka" });

  await leave("girl");
  await work();
  expect(await form()).toMatchObject({ site: "second", familyName: "Коваль" });
});
