import { expect, test } from "vitest";
import { normalizePassphrase } from "../../../../src/domain/rights/normalize-passphrase.ts";

test.each([
  ["Яблуко  їжак місто човен ", "яблуко їжак місто човен"],
  ["ЙОГУРТ МОРЕ ЩЕДРОСТЬ ОСЕНЬ", "йогурт море щедрость осень"],
  ["Łódka źrebak\u00a0ścieżka\tżółw", "łódka źrebak ścieżka żółw"],
  ["łódka-źrebak - ścieżka- żółw", "łódka źrebak ścieżka żółw"],
  ["їжак йод їжак йод".normalize("NFD"), "їжак йод їжак йод"],
  ["Abandon ability able about above", "abandon ability able about above"],
])("%s is understood", (typed, meant) => {
  expect(normalizePassphrase(typed)).toBe(meant);
});

test.each(["Kr5-xY_zKr5-xY_zKr5-xY", "Three-Word Phrase", "Correct Horse 4 Battery", "a passphrase of His own"])(
  "In %s capitals and hyphens count",
  (typed) => {
    expect(normalizePassphrase(typed)).toBe(typed);
  },
);
