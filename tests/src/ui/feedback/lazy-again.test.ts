import { text } from "node:stream/consumers";
import { createElement, type FunctionComponent } from "react";
import { prerenderToNodeStream } from "react-dom/static";
import { expect, test } from "vitest";
import { lazyAgain } from "../../../../src/ui/feedback/lazy-again.ts";
import { PartBoundary } from "../../../../src/ui/feedback/part-boundary.tsx";

const drawn = async (Screen: FunctionComponent): Promise<string> =>
  text((await prerenderToNodeStream(createElement(Screen), { onError: () => {} })).prelude);
/** What React does with a boundary once the failure is on the screen. */
const caught = (error: unknown) => new PartBoundary({ children: null, instead: null }).componentDidCatch(error);

const aScreen = () => {
  const network = { isOnline: false, fetches: 0 };
  const Screen = lazyAgain(async () => {
    network.fetches += 1;
    if (!network.isOnline) throw new TypeError("Failed to fetch");
    return () => createElement("p", undefined, "here");
  });
  return { network, Screen };
};
const failureOf = (Screen: FunctionComponent): Promise<unknown> => drawn(Screen).then(String, (error) => error);

test("A screen that could not be fetched is fetched anew once a boundary has caught the failure, not while it is drawn again", async () => {
  const { network, Screen } = aScreen();
  const failure = await failureOf(Screen);
  expect(failure).toMatchObject({ cause: new TypeError("Failed to fetch") });
  network.isOnline = true;
  expect(await failureOf(Screen)).toBe(failure);
  expect(network.fetches).toBe(1);
  caught(failure);
  expect(await drawn(Screen)).toContain("here");
  expect(network.fetches).toBe(2);
});

test("One failure that two boundaries catch is one more fetch", async () => {
  const { network, Screen } = aScreen();
  const failure = await failureOf(Screen);
  network.isOnline = true;
  caught(failure);
  await drawn(Screen);
  caught(failure);
  await drawn(Screen);
  expect(network.fetches).toBe(2);
});

test("Other failures renew nothing", async () => {
  const { network, Screen } = aScreen();
  const failure = await failureOf(Screen);
  caught(new TypeError("Failed to fetch"));
  expect(await failureOf(Screen)).toBe(failure);
  expect(network.fetches).toBe(1);
});
