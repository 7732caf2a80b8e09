import { afterEach, beforeEach, expect, test } from "vitest";
import { catchUp } from "../../../../server/workers/catch-up.ts";
import { beginChildForms, settleChildForms } from "../../../../server/workers/walls/child-forms.ts";
import { followChildren } from "../../../../server/workers/walls/follow-children.ts";
import { placeConcerns } from "../../../../server/workers/walls/place-concerns.ts";
import { fillForm } from "../../../../src/domain/child-form/fill-form.ts";
import { completeHandover, handOver, handoversOf } from "../../../../src/domain/child-form/hand-over.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import type { Child } from "../../../../src/domain/model/kinds/child.ts";
import { ok } from "../../../../src/domain/model/result.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { edit, register, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import type { TestServer } from "../../../support/fleet/test-server.ts";
import { at, openWalledServer } from "../../../support/fleet/walled-site.ts";

const later = "2026-11-24T22:00:00.000Z";
const protection = "protection-org-1";
const form = "child:girl";
let server: TestServer;
let ann: Phone;
let olha: Phone;
let vira: Phone;

beforeEach(async () => {
  server = await openWalledServer();
  ann = await aPhone(server, "ann", ["volunteer:medyka"]);
  olha = await aPhone(server, "olha", ["protection:org-1"]);
  vira = await aPhone(server, "vira", ["protection:org-1"]);
  await register(ann, "aunt", { familyName: "Коваль", givenName: "Марія" });
  await register(ann, "girl", { familyName: "Коваль", sex: "f", noParentSince: at, cameWith: ["person:aunt"] });
  await work();
});
afterEach(async () => {
  for (const phone of [ann, olha, vira]) await phone.close();
  await server.close();
});

const work = async (...phones: readonly Phone[]) => {
  const all = phones.length > 0 ? phones : [ann, olha, vira];
  for (const phone of all) await phone.sync();
  for (const act of [placeConcerns, followChildren()]) await catchUp(server.couch, site, "0", act);
  for (const act of [beginChildForms, settleChildForms]) await catchUp(server.couch, protection, "0", act);
  for (const phone of all) await phone.sync();
};
const fill = (phone: Phone, changed: Parameters<typeof fillForm>[1]) =>
  phone.store.change(protection, form, ((current: Child) => fillForm(current, changed)) as never);
const on = (phone: Phone) => phone.store.rows(protection).get(form)?.document as unknown as Child;
const refusal = (phone: Phone) => phone.store.rows(protection).get(form)?.refused?.reason;

test("A worker begins the form of a child with what the site knows of it, once", async () => {
  expect(on(olha)).toMatchObject({
    ...{ personId: "person:girl", site: "medyka", familyName: "Коваль", givenName: "Оля", sex: "f" },
    ...{ identifiedAt: at, identifiedBy: "ann", identifiedPlace: "medyka", adultName: "Коваль Марія" },
  });
  const before = on(olha).stamps;
  await work();
  expect(on(olha).stamps).toEqual(before);
});

test("A name that is corrected at the site is followed where no officer wrote it, and nowhere else", async () => {
  await fill(olha, { givenName: "Ольга", motherName: "Коваль Ганна" });
  await work();
  await edit(ann, "girl", { givenName: "Оленка", familyName: "Ковальчук" });
  await work();
  expect(on(olha)).toMatchObject({ givenName: "Ольга", familyName: "Ковальчук", motherName: "Коваль Ганна" });
});

test("What an officer wrote without a network stands against what was followed meanwhile, and nobody is asked", async () => {
  olha.network.isOnline = false;
  await fill(olha, { familyName: "Коваленко" });
  await edit(ann, "girl", { familyName: "Ковальчук" });
  await work(ann, vira);
  expect(on(vira).familyName).toBe("Ковальчук");
  olha.network.isOnline = true;
  await work();
  await work();
  expect(on(vira)).toMatchObject({ familyName: "Коваленко" });
  expect(on(vira).rivals).toBeUndefined();
});

test("Two officers fill the form without a network, and nothing of either is lost", async () => {
  for (const phone of [olha, vira]) phone.network.isOnline = false;
  await fill(olha, { motherName: "Коваль Ганна", riskLevel: "high" });
  await fill(vira, { fatherPhone: "+380 50 000 11 22", careArrangement: "kinship" });
  for (const phone of [olha, vira])
    await phone.store.change(protection, form, ((child: Child) =>
      handOver(child, { name: phone.name }, { by: phone.name, at: later })) as never);
  for (const phone of [olha, vira]) phone.network.isOnline = true;
  await work();
  const filled = { motherName: "Коваль Ганна", riskLevel: "high", fatherPhone: "+380 50 000 11 22" };
  for (const phone of [olha, vira]) expect(on(phone)).toMatchObject({ ...filled, careArrangement: "kinship" });
  expect(
    handoversOf(on(vira))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["olha", "vira"]);
  expect(refusal(olha) ?? refusal(vira)).toBeUndefined();
});

test("Volunteers' phones and the site's database hold no byte of it, and nobody at the site may write it", async () => {
  await fill(olha, { separationStory: "Загубилися на вокзалі", medical: "астма" });
  await work();
  const atSite = JSON.stringify([...(await server.documents(site)).values(), ...ann.store.rows(site).values()]);
  expect(atSite).not.toMatch(/вокзал|астма|"kind":"child"/);
  expect([...ann.store.rows(protection).keys()]).toEqual([]);
  await ann.store.add(site, [{ kind: "child", id: "child:x", content: { site: "medyka", personId: "person:x" } }]);
  await ann.sync();
  expect(ann.store.rows(site).get("child:x" as never)?.refused?.reason).toContain("unknown_kind");
});

test("A handover stays, and is noted in nobody else's name", async () => {
  const change = (phone: Phone, command: (child: Child) => unknown) =>
    phone.store.change(protection, form, command as never);
  await change(olha, (child) => handOver(child, { name: "Ян Новак", office: "PCPR" }, { by: "olha", at: later }));
  await work();
  const [noted] = handoversOf(on(vira));
  await change(vira, (child) =>
    completeHandover(child, noted?.id ?? "", { witness: "olha" }, { by: "vira", at: later }),
  );
  await work();
  expect(handoversOf(on(olha))).toMatchObject([{ name: "Ян Новак", office: "PCPR", witness: "olha", by: "olha" }]);
  await change(vira, (child) => handOver(child, { name: "Хтось" }, { by: "olha", at: later }));
  await vira.sync();
  expect(refusal(vira)).toContain("other_author");
  await change(olha, ({ handovers: _gone, ...child }) => ok(child as unknown as Document));
  await olha.sync();
  expect(refusal(olha)).toContain("event");
});

test("A form is the form of its child: no other id is taken", async () => {
  await olha.store.add(protection, [
    { kind: "child", id: "child:other", content: { site: "medyka", personId: "person:girl" } },
  ]);
  await olha.sync();
  expect(olha.store.rows(protection).get("child:other" as never)?.refused?.reason).toContain("event_id");
});
