import { expect, test } from "vitest";
import { isMixedScript, oneScriptForm } from "../../../../src/domain/names/mixed-script.ts";
import vectors from "../test-vectors.json";

test.each(vectors.mixedScript)("%s is mixed: %s", (word, mixed) => {
  expect(isMixedScript(String(word))).toBe(mixed);
});

test.each([
  ["Iван", "Іван"],
  ["Шeвченко", "Шевченко"],
  ["Kоваленкo", "Коваленко"],
  ["Kowаlenko", "Kowalenko"],
  ["Ivan Iван", "Ivan Іван"],
  ["ОКСАНA", "ОКСАНА"],
  ["TОMEK", "TOMEK"],
  ["АA", "АА"],
])("%s is offered as %s", (mixed, offered) => {
  expect(oneScriptForm(mixed)).toBe(offered);
});

test("Nothing is offered where nothing is mixed or nothing fits", () => {
  expect(oneScriptForm("Іван")).toBeUndefined();
  expect(oneScriptForm("Ivan Іван")).toBeUndefined();
  expect(oneScriptForm("Щw")).toBeUndefined();
});
