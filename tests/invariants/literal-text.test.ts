import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { literalTextIn } from "./literal-text-in.ts";

const src = new URL("../../src/", import.meta.url).pathname;
const views = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".tsx"));

test("No view says a word that is not in the locales", () => {
  expect(views.length).toBeGreaterThan(30);
  expect(views.flatMap((path) => literalTextIn(path, readFileSync(join(src, path), "utf8")))).toEqual([]);
});

test.each([
  ["a word between tags", "<p>Save</p>"],
  ["a word in braces", '<p>{"Save"}</p>'],
  ["a word after a condition", '<p>{done && "Saved"}</p>'],
  ["one of two words", '<p>{done ? t("ui.close") : "Save"}</p>'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source, to be parsed
  ["a template with words", "<p>{`Saved ${count}`}</p>"],
  ["a label", '<TextField id="name" label="Name" />'],
  ["a label in braces", '<TextField id="name" label={"Ім’я"} />'],
  ["an aria-label", '<button aria-label="Close" />'],
  ["a placeholder", '<input placeholder="Name" />'],
])("%s is found", (_, view) => {
  expect(literalTextIn("seeded.tsx", `export const View = () => ${view};`)).toHaveLength(1);
});

test.each([
  ["a key", '<p>{t("ui.close")}</p>'],
  ["signs and numbers", "<p>({count} / 6) · {' '}</p>"],
  ["what is not shown", '<p className="p-hint" id="Save" lang="uk" />'],
])("%s is let through", (_, view) => {
  expect(literalTextIn("seeded.tsx", `export const View = () => ${view};`)).toEqual([]);
});
