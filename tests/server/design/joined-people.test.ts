import { beforeAll, expect, test } from "vitest";
import { type Author, firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { person } from "../../../src/domain/model/kinds/person.ts";
import { openValidator } from "../../support/server/open-validator.ts";

let judge: Awaited<ReturnType<typeof openValidator>>;
beforeAll(async () => {
  judge = await openValidator();
});
const author = (by: string): Author => ({ by, device: `${by}1`, at: "2026-11-24T08:00:00.000Z" });
const accountOf = (name: string, role: string) => ({ db: "site-medyka", name, roles: ["account", role] });
const olena = firstVersion(person, "person:1", { site: "medyka", recordState: "quick" }, author("ann"));
const edit = (before: Document, change: object, by: string) =>
  nextVersion(person.rule, before, { ...before, ...change } as Document, author(by));
const refused = expect.stringMatching(/^forbidden/);

test.each([
  { mergedInto: "person:2" },
  { mergedFrom: ["person:2"] },
  { notSame: ["person:2"] },
  { sameAsks: [{ other: "person:2", by: "lea", at: "2026-11-24T08:00:00.000Z", question: "" }] },
])("Leads and coordinators say whose records are of one person and whose are not, volunteers never: %o", (change) => {
  const verdictOn = (name: string, role: string) =>
    judge(accountOf(name, role), [[edit(olena, change, name), olena]])[0];
  expect(verdictOn("lea", "lead:medyka")).toBeUndefined();
  expect(verdictOn("cora", "coordinator")).toBeUndefined();
  expect(verdictOn("ann", "volunteer:medyka")).toEqual(refused);
  expect(verdictOn("leo", "lead:lublin")).toEqual(expect.any(String));
});

test("A volunteer's later edit of a record that points at another one is taken, and takes the pointer from nobody", () => {
  const pointing = edit(olena, { mergedInto: "person:2" }, "lea");
  const ann = accountOf("ann", "volunteer:medyka");
  expect(judge(ann, [[edit(pointing, { familyName: "Koval" }, "ann"), pointing]])[0]).toBeUndefined();
  expect(judge(ann, [[edit(pointing, { mergedInto: undefined }, "ann"), pointing]])[0]).toEqual(refused);
});
