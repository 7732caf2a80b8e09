import { describe, expect, test } from "vitest";
import { readDemoFiles } from "../../../server/demo/demo-data.ts";
import { planImport } from "../../../server/import/plan-import.ts";
import { describeImportError, type ImportFile } from "../../../server/import/source/import-error.ts";

const today = "2026-11-22";

/** The demonstration's files with one text replaced in one of them. */
const damaged = (name: string, from: string | RegExp, to: string): readonly ImportFile[] =>
  readDemoFiles().map((file) => (file.name === name ? { name, text: file.text.replace(from, to) } : file));

const refusalsOf = (files: readonly ImportFile[]): readonly string[] => {
  const plan = planImport(files, { today });
  return plan.ok ? [] : plan.error.map(describeImportError);
};

test("Files without damage make a plan", () => {
  expect(refusalsOf(readDemoFiles())).toEqual([]);
});

describe("A broken file is refused with its row and column, and there is nothing to write", () => {
  const secondPerson = readDemoFiles()[1]?.text.split("\n")[2] ?? "";
  test.each([
    [
      "cut off in the middle",
      damaged("people.json", /\n\]\s*$/, ""),
      /people\.json, line \d+, column \d+: this is not valid JSON/,
    ],
    [
      "a comma too many",
      damaged("groups.json", "},\n", "},,\n"),
      /groups\.json, line 2, column \d+: this is not valid JSON/,
    ],
    [
      "an unknown code",
      damaged("people.json", '"sex":"f"', '"sex":"female"'),
      /people\.json, line 2, sex: .*not a code/,
    ],
    [
      "an impossible date",
      damaged("people.json", '"dob":"1984-10-08"', '"dob":"1984-02-31"'),
      /people\.json, line 2, dob: no calendar/,
    ],
    [
      "a birth date to come",
      damaged("people.json", '"dob":"1984-10-08"', '"dob":"2031-01-01"'),
      /people\.json, line 2, dob: .*future/,
    ],
    [
      "somebody of 126 years",
      damaged("people.json", '"dob":"1984-10-08"', '"dob":"1900-10-08"'),
      /people\.json, line 2, dob: nobody is older/,
    ],
    [
      "a number where a text belongs",
      damaged("people.json", '"familyName":"Приймак"', '"familyName":7'),
      /people\.json, line 2, familyName: .*type/,
    ],
    [
      "a name of 10,000 letters",
      damaged("people.json", '"familyName":"Приймак"', `"familyName":"${"я".repeat(10_000)}"`),
      /people\.json, line 2, .*amilyName: this is too long/,
    ],
    [
      "a group that does not exist",
      damaged("people.json", '"groupId":"G0067"', '"groupId":"G9999"'),
      /people\.json, line 2, groupId: there is no G9999|people\.json, line 2, groupId: there is no/,
    ],
    [
      "somebody twice",
      damaged("people.json", secondPerson, `${secondPerson}\n${secondPerson}`),
      /people\.json, line 4, id: .*second time/,
    ],
    [
      "a mistyped registration number",
      damaged("people.json", '"regNo":"100300266"', '"regNo":"100300267"'),
      /people\.json, line 2, regNo: the check digit/,
    ],
    [
      "a field nobody knows",
      damaged("people.json", '"sex":"f"', '"sex":"f","shoeSize":38'),
      /people\.json, line 2, shoeSize: no such field/,
    ],
    [
      "a missing field",
      damaged("groups.json", '"arrivedAt":"2026-10-02T18:50:00+02:00",', ""),
      /groups\.json, line 2, arrivedAt: this must be given/,
    ],
    ["something else entirely", [{ name: "notes.json", text: '["hello"]' }], /notes\.json/],
    ["an empty file", [{ name: "people.json", text: "" }], /people\.json/],
  ])("%s", (_, files, message) => {
    expect(refusalsOf(files).join("\n")).toMatch(message);
  });

  test("No value of a person stands in what is said about the file", () => {
    const said = refusalsOf(damaged("people.json", '"familyName":"Приймак"', '"familyName":["Приймак"]')).join("\n");
    expect(said).toMatch(/line 2, familyName/);
    expect(said).not.toContain("Приймак");
  });
});
