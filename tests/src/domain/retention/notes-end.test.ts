import { expect, test } from "vitest";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { whatIsOver } from "../../../../src/domain/retention/what-is-over.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const at = "2026-11-24T08:00:00.000Z";
const author = { by: "ann", device: "ann1", at };
const nobody = () => undefined;

test("What was sealed of somebody ends with them", () => {
  const person: Document = aDocument("person", "1", { recordState: "complete", givenName: "Ганна" });
  const content = { site: "medyka", personId: "person:1", at, box: "AAAA" };
  const note = firstVersion(kinds.sealedNote, "sealed-note:1", content, author);
  expect(whatIsOver([person, note], "2028-01-01", nobody)).toEqual([person._id, note._id]);
});

test("What was placed for its readers is not kept for good", () => {
  const content = { site: "medyka", personId: "person:1", at, by: "ann", topic: "health", needs: ["pregnant"] };
  const note = firstVersion(kinds.confidentialNote, "confidential-note:1", content, author);
  expect(whatIsOver([note], "2036-01-01", nobody)).toEqual([note._id]);
});

test("What concerns a child is kept until it is of age, and longer", () => {
  const content = { site: "medyka", personId: "person:1", at, by: "ann", topic: "child_alone" };
  const note = firstVersion(kinds.confidentialNote, "confidential-note:1", content, author);
  expect(whatIsOver([note], "2046-01-01", nobody)).toEqual([]);
  expect(whatIsOver([note], "2048-01-01", nobody)).toEqual([note._id]);
});

test("The form of a child is kept as long as what officers were told of it", () => {
  const form = firstVersion(kinds.child, "child:1", { site: "medyka", personId: "person:1" }, author);
  expect(whatIsOver([form], "2046-01-01", nobody)).toEqual([]);
  expect(whatIsOver([form], "2048-01-01", nobody)).toEqual([form._id]);
});
