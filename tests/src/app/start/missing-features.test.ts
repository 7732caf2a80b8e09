import { expect, test } from "vitest";
import { missingFeatures } from "../../../../src/app/start/missing-features.ts";

const whole = {
  isSecureContext: true,
  indexedDB: {},
  WebAssembly: {},
  crypto: { subtle: {} },
  navigator: { serviceWorker: {}, locks: {} },
};

test("A whole browser lacks nothing", () => {
  expect(missingFeatures(whole)).toEqual([]);
});

test.each([
  [{ ...whole, isSecureContext: false }, "secure"],
  [{ ...whole, indexedDB: undefined }, "indexedDB"],
  [{ ...whole, indexedDB: null }, "indexedDB"],
  [{ ...whole, WebAssembly: undefined }, "webAssembly"],
  [{ ...whole, crypto: {} }, "crypto"],
  [{ ...whole, navigator: { locks: {} } }, "serviceWorker"],
  [{ ...whole, navigator: { serviceWorker: {} } }, "locks"],
])("What is missing is named: case %#", (browser, name) => {
  expect(missingFeatures(browser)).toEqual([name]);
});
