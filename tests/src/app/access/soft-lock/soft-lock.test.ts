import { expect, test } from "vitest";
import { longest, openSoftLock } from "../../../../../src/app/access/soft-lock/soft-lock.ts";

const aLock = () => {
  const clock = { passed: 0 };
  const seen: string[] = [];
  const lock = openSoftLock({
    passed: () => clock.passed,
    screens: { hide: () => seen.push("hidden"), show: () => seen.push("shown") },
    onEnd: (why) => seen.push(`locked fully: ${why}`),
  });
  return { clock, seen, lock };
};
const check = async (digits: string) => digits === "482915";
const withPin = () => {
  const phone = aLock();
  phone.lock.choose(check);
  return phone;
};

test("Without a PIN nothing is locked softly, and no digits open anything", async () => {
  const { lock, seen } = aLock();
  expect(lock.lock()).toBe(false);
  await lock.unlock("482915");
  expect(seen).toEqual([]);
});

test("The screens are gone before anybody hears that it is locked; the PIN brings them back", async () => {
  const { lock, seen } = withPin();
  lock.subscribe(() => seen.push(lock.state().state));
  expect(lock.lock()).toBe(true);
  await lock.unlock("482915");
  expect(seen).toEqual(["hidden", "locked", "shown", "open"]);
});

test("Five wrong tries in a row lock fully; a right one in between begins anew", async () => {
  const { lock, seen } = withPin();
  lock.lock();
  for (const left of [4, 3, 2, 1]) {
    await lock.unlock("000000");
    expect(lock.state()).toEqual({ state: "locked", triesLeft: left });
  }
  await lock.unlock("482915");
  lock.lock();
  expect(lock.state()).toEqual({ state: "locked", triesLeft: 5 });
  for (let tries = 0; tries < 5; tries += 1) await lock.unlock("000000");
  expect(seen).toEqual(["hidden", "shown", "hidden", "locked fully: tries"]);
  await lock.unlock("482915");
  expect(seen.at(-1)).toBe("locked fully: tries");
  expect(lock.lock()).toBe(false);
});

test("Many tries at once are as many tries, and the right one among them comes too late", async () => {
  const { lock, seen } = aLock();
  // Wrong ones take longer: the right one is answered first.
  lock.choose(async (digits) => digits === "482915" || new Promise((answer) => setTimeout(() => answer(false))));
  lock.lock();
  const guesses = ["000000", "000001", "000002", "000003", "000004", "482915"];
  await Promise.all(guesses.map((digits) => lock.unlock(digits)));
  expect(seen).toEqual(["hidden", "locked fully: tries"]);
});

test("Locked again, the tries that were used stay used", async () => {
  const { lock } = withPin();
  lock.lock();
  await lock.unlock("000000");
  lock.lock();
  expect(lock.state()).toEqual({ state: "locked", triesLeft: 4 });
});

test("A PIN that cannot be checked opens nothing, the try counts, and the page hears of it", async () => {
  const { lock } = aLock();
  lock.choose(() => Promise.reject(new RangeError("no memory")));
  lock.lock();
  expect(await lock.unlock("482915")).toEqual({ type: "Unexpected" });
  expect(lock.state()).toEqual({ state: "locked", triesLeft: 4 });
});

test("Twelve hours after the passphrase it locks fully, however often the PIN was given", async () => {
  const { lock, clock, seen } = withPin();
  for (let hour = 1; hour < 12; hour += 1) {
    clock.passed = hour * 3_600_000;
    lock.lock();
    await lock.unlock("482915");
    lock.look();
  }
  expect(seen).not.toContain("locked fully: hours");
  clock.passed = longest;
  lock.look();
  expect(seen.at(-1)).toBe("locked fully: hours");
});

test("No timer ran while the phone slept: past twelve hours neither the PIN opens it, nor is it locked softly once more", async () => {
  const { lock, clock, seen } = withPin();
  lock.lock();
  clock.passed = longest;
  await lock.unlock("482915");
  expect(seen).toEqual(["hidden", "locked fully: hours"]);
  const other = withPin();
  other.clock.passed = longest;
  expect(other.lock.lock()).toBe(false);
  expect(other.seen).toEqual([]);
});

test("The time runs out while the PIN is checked: it opens nothing", async () => {
  const { lock, clock, seen } = aLock();
  lock.choose(async () => {
    clock.passed = longest;
    return true;
  });
  lock.lock();
  await lock.unlock("482915");
  expect(seen).toEqual(["hidden", "locked fully: hours"]);
});

test("A tab that hands over forgets its PIN; one that waits for it locks fully", () => {
  const open = withPin();
  open.lock.forget();
  expect(open.lock.lock()).toBe(false);
  expect(open.seen).toEqual([]);
  const waiting = withPin();
  waiting.lock.lock();
  waiting.lock.forget();
  expect(waiting.seen).toEqual(["hidden", "locked fully: undefined"]);
});

test("A PIN that is ready after the page has locked opens nothing: the one before does, and brings the screens back", async () => {
  const { lock, seen } = withPin();
  lock.lock();
  lock.choose(async (digits) => digits === "730264");
  expect(lock.state()).toEqual({ state: "locked", triesLeft: 5 });
  await lock.unlock("482915");
  expect(seen).toEqual(["hidden", "shown"]);
});
