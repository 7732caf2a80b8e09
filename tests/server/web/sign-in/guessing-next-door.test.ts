import { setImmediate as settle } from "node:timers/promises";
import { expect, test } from "vitest";
import { openLoginGuard } from "../../../../server/web/sign-in/login-guard.ts";

const second = 1_000;
const shelter = "10.0.0.1";

/** A guard whose time the test makes pass, with a lot that is drawn the same in every run. */
const aGuard = (seed: number) => {
  let now = 0;
  let drawn = seed;
  const sleeping: { readonly until: number; readonly wake: () => void }[] = [];
  const random = () => {
    drawn = (drawn * 1_103_515_245 + 12_345) % 2 ** 31;
    return drawn / 2 ** 31;
  };
  const wait = (ms: number) => new Promise<void>((wake) => sleeping.push({ until: now + ms, wake }));
  const guard = openLoginGuard(undefined, () => now, { wait, random });
  let judged = 0;
  let guesses = 0;
  return {
    guard,
    now: () => now,
    judged: () => judged,
    pass: async (ms: number) => {
      now += ms;
      for (const one of sleeping.splice(0)) {
        if (one.until <= now) one.wake();
        else sleeping.push(one);
      }
      await settle();
    },
    guess: async (name: string) => {
      guesses += 1;
      const admission = await guard.admit({ name, password: `guess ${guesses}`, address: shelter });
      if (admission.type !== "judge") return;
      judged += 1;
      admission.end("wrong");
    },
    signIn: async (name: string, phone?: string) => {
      const attempt = { name, password: "right", address: shelter, ...(phone && { phone }) };
      const admission = await guard.admit(attempt);
      if (admission.type === "judge") admission.end("right");
      return admission.type === "judge" || admission.type === "known";
    },
  };
};

/** Seconds until somebody who tries again as soon as they are refused gets in, while others guess so many times a second. */
const waitOf = async (
  shelterOf: ReturnType<typeof aGuard>,
  name: string,
  guessing: (time: number) => readonly string[],
  phone?: string,
): Promise<number> => {
  const from = shelterOf.now();
  let isIn = false;
  const trying = (async () => {
    while (!isIn) isIn = await shelterOf.signIn(name, phone);
  })();
  for (let time = 0; !isIn && time < 3_600; time += 1) {
    for (const other of guessing(time)) void shelterOf.guess(other);
    await shelterOf.pass(second);
  }
  await Promise.race([trying, settle()]);
  return (shelterOf.now() - from) / second;
};

const middleOf = (waits: readonly number[]): number =>
  [...waits].sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? 0;

test("Whoever guesses for an hour behind the address where somebody works has no more tries than before: 300 an hour", async () => {
  const here = aGuard(1);
  expect(await here.signIn("anna")).toBe(true);
  await here.pass(11 * 60 * second); // what was right lately is forgotten
  for (let time = 0; time < 3_600; time += 1) {
    for (let each = 0; each < 3; each += 1) void here.guess("anna");
    await here.pass(second);
  }
  expect(here.judged()).toBeGreaterThan(100);
  expect(here.judged()).toBeLessThanOrEqual(12 * 25 + 25);
});

test("Meanwhile the owner without a cookie gets in, sooner the fewer guess at once", async () => {
  for (const [others, middle, longest] of [
    [1 / 15, 30, 180],
    [1 / 5, 90, 600],
  ] as const) {
    const waits: number[] = [];
    for (let seed = 1; seed <= 25; seed += 1) {
      const here = aGuard(seed);
      expect(await here.signIn("anna")).toBe(true);
      await here.pass(11 * 60 * second);
      for (let guess = 0; guess < 40; guess += 1) void here.guess("anna");
      await here.pass(second);
      waits.push(
        await waitOf(here, "anna", (time) =>
          Math.floor(time * others) < Math.floor((time + 1) * others) ? ["anna"] : [],
        ),
      );
    }
    expect(middleOf(waits)).toBeLessThanOrEqual(middle);
    expect(Math.max(...waits)).toBeLessThanOrEqual(longest);
  }
});

test("On a phone that this account has worked on nobody waits, however many guess", async () => {
  const here = aGuard(2);
  for (let time = 0; time < 60; time += 1) {
    for (let each = 0; each < 50; each += 1) void here.guess(each % 2 ? "anna" : `other ${each}`);
    await here.pass(second);
  }
  expect(await waitOf(here, "anna", () => Array.from({ length: 50 }, () => "anna"), "of anna")).toBeLessThanOrEqual(1);
});

test("A new account gets in behind an address from which a hundred names were guessed; these stay a hundred in five minutes", async () => {
  const here = aGuard(3);
  for (let guess = 0; guess < 300; guess += 1) void here.guess(`other ${guess}`);
  await here.pass(second);
  const before = here.judged();
  expect(before).toBeGreaterThanOrEqual(80);
  const waited = await waitOf(here, "lea", (time) => (time % 8 === 0 ? [`other ${1_000 + time}`] : []));
  expect(waited).toBeLessThanOrEqual(120);
  expect(here.judged()).toBeLessThanOrEqual(before + waited / 15 + 1);
});
