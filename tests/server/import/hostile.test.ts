import { expect, test } from "vitest";
import { planImport } from "../../../server/import/plan-import.ts";
import { describeImportError, type ImportFile } from "../../../server/import/source/import-error.ts";
import { readSource } from "../../../server/import/source/read-source.ts";
import { tablesOf } from "../../../server/import/source/tables.ts";
import { hostileTables, shapedFields } from "../../support/hostile/hostile-tables.ts";
import { payloads } from "../../support/hostile/payloads.ts";

const today = "2026-11-22";
const namedBy = (field: readonly (string | number)[]) => field.join(".");

test("Scripts in every free text are text: the plan is made, and nothing is set on any object", () => {
  const plan = planImport(hostileTables(), { today });
  if (!plan.ok) throw new Error(plan.error.map(describeImportError).slice(0, 5).join("\n"));
  const texts = new Set(plan.value.databases.flatMap(({ documents }) => documents.flatMap(textsIn)));
  const taken = payloads.filter((payload) => texts.has(payload));
  console.log(`${payloads.length} payloads typed into the tables, ${taken.length} taken over letter for letter`);
  expect(taken.length).toBeGreaterThan(200);
  expect("hit" in {}).toBe(false);
});

test("Where a text must have a shape, a script is refused at its field, and what is said repeats none of it", () => {
  const fields = shapedFields();
  expect(fields.length).toBeGreaterThan(50);
  const wrong = fields.flatMap(({ table, row, field }, place) =>
    [...eachSixth(place), ...controls].flatMap((payload) => {
      const file = { name: "tables.json", text: JSON.stringify({ [table]: [replaced(row, field, payload)] }) };
      const said = refusalsOf(file);
      const isNamed = said.some((line) => line.includes(namedBy(field)));
      const isRepeated = said.some((line) => /[^\w.-]/.test(payload) && line.includes(payload));
      const isAllowed = said.length === 0 && /^[\w.-]+$/.test(payload);
      return isAllowed || (isNamed && !isRepeated && !said.some(hasControls)) ? [] : [`${table}.${namedBy(field)}`];
    }),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

test("What is said of a field that nobody knows cannot move the operator's cursor or turn the line around", () => {
  const [first] = shapedFields();
  const said = [...payloads, ...controls].flatMap((payload) =>
    refusalsOf({
      name: "tables.json",
      text: JSON.stringify({ [first?.table ?? ""]: [{ ...(first?.row as object), [`x${payload}`]: 1 }] }),
    }),
  );
  expect(said.length).toBe(payloads.length + controls.length);
  expect(said.filter(hasControls)).toEqual([]);
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("A record may be called %s", (id) => {
  const renamed = (files: readonly ImportFile[], from: string) =>
    files.map(({ name, text }) => ({ name, text: text.replaceAll(`"${from}"`, `"${id}"`) }));
  for (const from of [firstIdIn("people"), firstIdIn("groups")]) {
    const plan = planImport(renamed(hostileTables(), from), { today });
    expect(plan.ok ? [] : plan.error.map(describeImportError)).toEqual([]);
  }
});

test("Members that nobody should name do nothing", () => {
  const files = hostileTables().map(({ name, text }) => ({
    name,
    text: text.replaceAll('"id":', '"__proto__":{"hit":1},"id":'),
  }));
  planImport(files, { today });
  expect("hit" in {}).toBe(false);
});

/** What would move the cursor of the operator's console, or write over what stands there. */
const controls = ["\u001b[2J\u001b[1;1H", "\u001b]0;x\u0007", "a\rb", "a\nb: imported", "\u009b2J", "\u202eabc"];
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hasControls = (line: string) => /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(line);

/** So that every payload meets a sixth of the fields. */
const eachSixth = (from: number) => payloads.filter((_, place) => place % 6 === from % 6);

const refusalsOf = (file: ImportFile): readonly string[] => {
  const source = readSource(file);
  if (!source.ok) return [describeImportError(source.error)];
  return tablesOf([source.value]).errors.map(describeImportError);
};

const replaced = (value: unknown, [key, ...rest]: readonly (string | number)[], by: string): unknown => {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item, place) => (place === key ? replaced(item, rest, by) : item));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: replaced(record[key], rest, by) };
};

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const firstIdIn = (table: string): string => {
  const file = hostileTables().find(({ name }) => name === `${table}.json`);
  return (JSON.parse(file?.text ?? "[]") as readonly { readonly id: string }[])[0]?.id ?? "";
};
