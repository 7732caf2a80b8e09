import { expect, test } from "vitest";
import { meaningOf } from "../../../../src/ui/keys/meaning-of.ts";

type Pressed = Parameters<typeof meaningOf>[0];
const plain: Pressed = {
  key: "",
  code: "",
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  defaultPrevented: false,
  target: { tagName: "BODY" },
};
const meant = (pressed: Partial<Pressed>, hasLetters = true) => meaningOf({ ...plain, ...pressed }, hasLetters);

test.each([
  ["/", "Slash", "search"],
  ["n", "KeyN", "new"],
  ["ArrowUp", "ArrowUp", "up"],
  ["ArrowDown", "ArrowDown", "down"],
  ["Escape", "Escape", "close"],
  ["a", "KeyA", undefined],
  [".", "Period", undefined],
] as const)("%s (%s) means %s", (key, code, meaning) => {
  expect(meant({ key, code })).toBe(meaning);
});

test("? needs Shift on most keyboards", () => {
  expect(meant({ key: "?", code: "Slash", shiftKey: true })).toBe("keys");
});

test("On a Ukrainian or Russian keyboard the same keys do the same", () => {
  expect(meant({ key: "т", code: "KeyN" })).toBe("new");
  expect(meant({ key: ".", code: "Slash" })).toBe("search");
  expect(meant({ key: "/", code: "Backslash", shiftKey: true })).toBe("search");
  expect(meant({ key: ",", code: "Slash", shiftKey: true })).toBe("keys");
  expect(meant({ key: "?", code: "Digit7", shiftKey: true })).toBe("keys");
});

const everyKey = [
  { key: "/", code: "Slash" },
  { key: "n", code: "KeyN" },
  { key: "?", code: "Slash", shiftKey: true },
  { key: "ArrowDown", code: "ArrowDown" },
  { key: "Escape", code: "Escape" },
];

test.each([
  ...["ctrlKey", "altKey", "metaKey", "isComposing", "defaultPrevented"].map((held) => ({ [held]: true })),
  ...["INPUT", "textarea", "SELECT"].map((tagName) => ({ target: { tagName } })),
  { target: { tagName: "DIV", isContentEditable: true } },
])("No key means anything with %o", (held) => {
  expect(everyKey.map((pressed) => meant({ ...pressed, ...held }))).toEqual(everyKey.map(() => undefined));
});

test("Letters and signs can be switched off; arrows and Escape stay", () => {
  expect(everyKey.map((pressed) => meant(pressed, false))).toEqual([undefined, undefined, undefined, "down", "close"]);
});
