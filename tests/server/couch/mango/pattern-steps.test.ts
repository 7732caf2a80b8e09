import { afterEach, beforeEach, expect, test } from "vitest";
import { compilePattern } from "../../../../server/couch/mango/compile-pattern.ts";
import { compileSelector } from "../../../../server/couch/mango/compile-selector.ts";
import { MOST_STEPS, STEPS_A_SLICE } from "../../../../server/couch/mango/pattern-runs.ts";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

/** 300 states, nearly all of which are visited for each of 8,192 characters: three million steps. */
const [costly, text] = ["(a?){99}!", "a".repeat(8_192)];
const selector = { texts: { $elemMatch: { $regex: costly } } };
const many = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

const stepsOf = (source: string, of: string): number => {
  const steps = { left: Number.MAX_SAFE_INTEGER };
  compilePattern(source)?.(of)(steps);
  return Number.MAX_SAFE_INTEGER - steps.left;
};

test("A selector stops after a slice of steps, goes on where it stopped, and says the same in the end", () => {
  const steps = stepsOf(costly, text);
  expect(steps).toBeGreaterThan(3_000_000);
  for (const [texts, expected] of [
    [[text, `b${text.slice(1)}`], false],
    [[text, "", `${text.slice(1)}!`], true],
  ] as const) {
    const whole = texts.reduce((sum, one) => sum + stepsOf(costly, one), 0);
    const [fits, doc] = [compileSelector(selector), { texts: [...texts] }];
    let [answer, slices] = [fits(doc), 1];
    for (; answer === undefined; answer = fits(doc)) slices++;
    expect(answer).toBe(expected);
    expect(slices).toBeGreaterThan(whole / STEPS_A_SLICE / 1.01);
    expect(slices).toBeLessThan(whole / STEPS_A_SLICE + 3);
  }
});

test("A negated pattern and another document in between do not mix", () => {
  const fits = compileSelector({ $not: { text: { $regex: costly } } });
  const [long, short] = [{ text }, { text: "a!" }];
  expect(fits(long)).toBeUndefined();
  expect(fits(short)).toBe(false);
  expect(until(fits, long)).toBe(true);
});

const until = <T>(fits: (doc: T) => boolean | undefined, doc: T): boolean => fits(doc) ?? until(fits, doc);

let couch: TestCouch;
beforeEach(async () => {
  couch = await startCouch();
  await couch.send("PUT", "/a");
});
afterEach(() => couch.close());

test.each(["/a/_find", "/a/_changes?filter=_selector"])("Others are answered within a document of %s", async (path) => {
  await couch.send("PUT", "/a/long", { body: { texts: many(4, (place) => text.slice(place)) } });
  const answered: string[] = [];
  const asking = couch.send("POST", path, { body: { selector } }).then(({ status }) => answered.push(`${status}`));
  for (let time = 0; time < 3; time++) await couch.send("GET", "/_up", { as: "" });
  answered.push("others");
  await asking;
  expect(answered).toEqual(["others", "200"]);
});

test.each(["/a/_find", "/a/_changes?filter=_selector"])(
  "What takes too long for all documents of %s is a timeout",
  async (path) => {
    const count = Math.ceil(MOST_STEPS / stepsOf(costly, text)) + 2;
    await couch.send("POST", "/a/_bulk_docs", { body: { docs: many(count, () => ({ texts: [text] })) } });
    const { status, body } = await couch.send("POST", path, { body: { selector } });
    const reason = "The request could not be processed in a reasonable amount of time.";
    expect([status, body]).toEqual([500, { error: "timeout", reason }]);
  },
);

test("A pattern of more states than there may be is refused before anything is read", async () => {
  const body = { selector: { text: { $regex: "a{1000}" } } };
  const answer = await couch.send("POST", "/a/_find", { body });
  expect([answer.status, answer.body.error]).toEqual([400, "bad_arg"]);
});
