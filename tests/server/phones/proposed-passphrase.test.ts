import "../../support/server/cheap-passwords.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wordLanguages, wordList } from "../../../server/accounts/word-list.ts";
import { phoneApi } from "../../../server/web/phones/phone-api.ts";
import { admin, startFront, type TestFront } from "../web/support/start-front.ts";

let front: TestFront;
const ask = (query: string) => fetch(`${front.address}/db/_phone/words${query}`);

beforeAll(async () => {
  front = await startFront({
    more: () =>
      phoneApi({ couch: () => front.couch, whoAsks: async () => undefined, leaseHours: 24, key: admin.password }),
  });
});
afterAll(() => front.close());

test.each(wordLanguages)("A phone that speaks %s is proposed words of that language", async (language) => {
  const { words } = (await (await ask(`?lang=${language}`)).json()) as { readonly words: string };
  const list = await wordList(language);
  expect(words.split(" ")).toHaveLength(4);
  expect(words.split(" ").filter((word) => !list.includes(word))).toEqual([]);
});

test("A phone that does not say its language gets English; one that nobody speaks here is refused", async () => {
  const { words } = (await (await ask("")).json()) as { readonly words: string };
  const english = await wordList("en");
  expect(words.split(" ").every((word) => english.includes(word))).toBe(true);
  for (const query of ["?lang=de", "?lang=", "?lang=uk&lang=pl", "?lang=constructor"]) {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: "bad_request", reason: "lang is one of en, uk, pl, ru" });
  }
});
