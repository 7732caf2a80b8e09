import { expect, test } from "vitest";
import { isIncomplete, useSession } from "../../../src/session/use-session.ts";

const { report } = useSession.getState();
const isNow = () => isIncomplete(useSession.getState());
const page = (isFirst: boolean) => report({ state: "firstSync", progress: { done: 1, total: 9, isFirst } });

test("From the first page of a site on the lists are a part, between its databases, too, until everything is here", () => {
  report({ state: "starting" });
  expect(isNow()).toBe(false);
  page(true);
  expect(isNow()).toBe(true);
  report({ state: "working" });
  report({ unsent: 2 });
  expect(isNow()).toBe(true);
  page(true);
  report({ state: "upToDate" });
  expect(isNow()).toBe(false);
});

test.each(["offline", "signInNeeded"] as const)("Where nothing more comes (%s) what is here is shown", (state) => {
  page(true);
  report({ state });
  expect(isNow()).toBe(false);
});

test("Much that is new to a phone that has the rest hides nothing", () => {
  report({ state: "upToDate" });
  page(false);
  expect(isNow()).toBe(false);
});
