import { expect, test } from "vitest";
import { missingTexts, newer, older } from "../support/builds/build-apart.ts";

test.each([
  ["older", older],
  ["newer", newer],
])("What the %s build of the long suite changes is in the sources", (_name, changes) => {
  expect(missingTexts(changes)).toEqual([]);
});

test("A text that is not there is named", () => {
  const file = "src/domain/model/kinds/person.ts";
  expect(missingTexts([{ file, texts: [["no such field", ""]] }])).toEqual([`${file}: no such field`]);
});
