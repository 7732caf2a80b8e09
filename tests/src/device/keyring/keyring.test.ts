import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { wrap } from "../../../../src/device/keyring/aes-gcm.ts";
import { ownPlace, ownUses } from "../../../../src/device/keyring/holder.ts";
import { newHolder } from "../../../../src/device/keyring/new-holder.ts";
import { type Keyring, openKeyring } from "../../../../src/device/keyring/open-keyring.ts";
import { openerFrom } from "../../../../src/device/keyring/passphrase-key.ts";
import { isStrongEnough, resetCodeIn } from "../../../../src/device/keyring/reset-code.ts";
import { openedByReset } from "../../../../src/device/keyring/reset-keys.ts";
import type { UnlockedKeys } from "../../../../src/device/keyring/unlocked-keys.ts";

// One pass over little memory: what is tested here is the keyring, not the derivation.
vi.mock("../../../../src/device/keyring/derivation-settings.ts", async (load) => {
  const real = await load<typeof import("../../../../src/device/keyring/derivation-settings.ts")>();
  return { ...real, freshDerivation: (salt: string) => ({ ...real.freshDerivation(salt), memory: 64, passes: 1 }) };
});

let time = 0;
let name = "";
let keyring: Keyring;
let mayDestroy = false;
const again = () =>
  openKeyring(
    async () => mayDestroy,
    () => time,
    name,
  );

beforeEach(() => {
  time = 1_000_000;
  mayDestroy = false;
  name = `keyring-${Math.random()}`;
  keyring = again();
});

const holderOf = async (account: string) => (await keyring.find(account))?.holder ?? "";

test("What was sealed is opened with the same passphrase after a start, and with no other", async () => {
  const { keys } = await keyring.enrol("ann", "one two three four");
  const box = await keys.seal("site-medyka", "row 1", "a name");
  expect(box).not.toContain("a name");
  keyring = again();
  const wrong = await keyring.unlock(keys.holder, "one two three five");
  expect(wrong).toEqual({ ok: false, error: { type: "WrongPassphrase" } });
  const unlocked = await keyring.unlock(keys.holder, "one two three four");
  if (!unlocked.ok) throw new Error("locked");
  expect(await unlocked.value.open("site-medyka", "row 1", box)).toBe("a name");
});

test("A box opens at its place only: not in another row, database, or for another person", async () => {
  const { keys: ann } = await keyring.enrol("ann", "one two three four");
  const { keys: ben } = await keyring.enrol("ben", "five six seven eight");
  const box = await ann.seal("site-medyka", "row 1", "a name");
  await ann.seal("site-lublin", "row 1", "another");
  const stolen = await Promise.allSettled([
    ann.open("site-medyka", "row 2", box),
    ann.open("site-lublin", "row 1", box),
    ben.open("site-medyka", "row 1", box),
  ]);
  expect(stolen.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
});

test("A new passphrase opens what was sealed before, and the old one no longer does", async () => {
  const { keys } = await keyring.enrol("ann", "one two three four");
  const box = await keys.seal("site-medyka", "row 1", "a name");
  expect((await keyring.changePassphrase(keys.holder, "wrong", "new words these four")).ok).toBe(false);
  expect((await keyring.changePassphrase(keys.holder, "one two three four", "new words these four")).ok).toBe(true);
  expect((await keyring.unlock(keys.holder, "one two three four")).ok).toBe(false);
  const unlocked = await keyring.unlock(keys.holder, "new words these four");
  expect(unlocked.ok && (await unlocked.value.open("site-medyka", "row 1", box))).toBe("a name");
});

test("While not everything unsent is sealed, wrong ones only wait: from the fifth on longer each time, up to an hour, also after a start", async () => {
  await keyring.enrol("ann", "one two three four");
  const holder = await holderOf("ann");
  const waits: number[] = [];
  for (let tries = 0; tries < 10; ) {
    const answer = await keyring.unlock(holder, "wrong");
    if (answer.ok || answer.error.type.includes("Destroyed")) throw new Error("opened");
    if (answer.error.type === "WrongPassphrase") tries += 1;
    if (answer.error.type === "WaitAfterWrongPassphrases") {
      waits.push(answer.error.seconds);
      expect(await keyring.unlock(holder, "one two three four")).toMatchObject({ ok: false });
      time += answer.error.seconds * 1000;
      keyring = again();
    }
  }
  expect(waits).toEqual([30, 120, 600, 3600, 3600]);
  time -= 1_000_000_000; // a clock that is set back waits no longer than an hour
  expect(await keyring.unlock(holder, "one two three four")).toMatchObject({ error: { seconds: 3600 } });
  time += 1_000_000_000 + 3_600_000;
  expect((await keyring.unlock(holder, "one two three four")).ok).toBe(true);
});

test("Attack A2: the tenth wrong one destroys the keys, and nothing puts them back", async () => {
  mayDestroy = true;
  const { keys } = await keyring.enrol("ann", "one two three four");
  const box = await keys.seal("site-medyka", "row 1", "a name");
  const open = again();
  const elsewhere = await open.unlock(keys.holder, "one two three four");
  const answers: string[] = [];
  while (answers.at(-1) !== "DestroyedAfterTries" && answers.length < 1_000) {
    const answer = await keyring.unlock(keys.holder, `wrong ${answers.length}`);
    if (answer.ok) throw new Error("opened");
    if (answer.error.type === "WaitAfterWrongPassphrases") time += answer.error.seconds * 1000;
    else answers.push(answer.error.type);
  }
  expect(answers).toHaveLength(10);
  expect(await keyring.unlock(keys.holder, "one two three four")).toEqual({
    ok: false,
    error: { type: "KeysDestroyed" },
  });
  expect(await keyring.last()).toBeUndefined();
  // A page that still has the keys in its memory must not write them down again.
  expect(elsewhere.ok && (await elsewhere.value.restoreEvicted())).toBe(false);
  expect(elsewhere.ok && (await elsewhere.value.open("site-medyka", "row 1", box))).toBe("a name");
  expect(await keyring.find("ann")).toBeUndefined();
});

test("The right passphrase forgets the wrong ones before it", async () => {
  await keyring.enrol("ann", "one two three four");
  const holder = await holderOf("ann");
  for (let round = 0; round < 20; round += 1) {
    expect((await keyring.unlock(holder, "wrong")).ok).toBe(false);
    expect((await keyring.unlock(holder, "one two three four")).ok).toBe(true);
  }
});

test("Nobody's name is in the keyring, nor a key in clear; it knows who was here last until they sign out", async () => {
  await keyring.enrol("olena.kovalenko", "one two three four");
  time += 1;
  const { keys } = await keyring.enrol("ben", "five six seven eight");
  await keys.seal("site-medyka", "row 1", "x");
  expect(await keyring.last()).toEqual({ holder: keys.holder, hasPasskey: false });
  await keyring.signOut(keys.holder);
  expect((await keyring.last())?.holder).toBe(await holderOf("olena.kovalenko"));
  const disk = JSON.stringify(await everything());
  expect(disk).not.toMatch(/olena|kovalenko|one two|CryptoKey|medyka/);
  expect(disk).toContain('"names"');
});

const everything = async (): Promise<unknown[]> => {
  const opening = indexedDB.open(name);
  await new Promise((opened) => opening.addEventListener("success", opened));
  const reading = opening.result.transaction("holders").objectStore("holders").getAll();
  await new Promise((read) => reading.addEventListener("success", read));
  opening.result.close();
  return reading.result;
};

test("A lead's code gives a new passphrase once; what was sealed before opens, the old words and the used code open nothing", async () => {
  const { keys, resetCode = "" } = await keyring.enrol("ann", "one two three four");
  const ben = await keyring.enrol("ben", "five six seven eight");
  const box = await keys.seal("site-medyka", "row 1", "a name");
  for (let wrong = 0; wrong < 4; wrong += 1) await keyring.unlock(keys.holder, "forgotten");
  expect(resetCode).toMatch(/^\d{16}$/);
  keyring = again();
  const dies = () => Promise.reject(new Error("the phone died"));
  await expect(keyring.reset(resetCode, "words nobody wrote down", dies)).rejects.toThrow("died");
  const renewed = await keyring.reset(resetCode, "new words these four");
  if (!renewed.ok) throw new Error("refused");
  expect(renewed.value.keys.holder).toBe(keys.holder);
  expect(await renewed.value.keys.open("site-medyka", "row 1", box)).toBe("a name");
  expect((await keyring.unlock(keys.holder, "one two three four")).ok).toBe(false);
  expect((await keyring.unlock(keys.holder, "new words these four")).ok).toBe(true);
  expect((await keyring.unlock(ben.keys.holder, "five six seven eight")).ok).toBe(true);
  expect(await keyring.reset(resetCode, "other words these four")).toEqual(wrong(4));
  expect(await keyring.reset("0".repeat(26), "other words these four")).toEqual(wrong(3));
  expect((await keyring.reset(renewed.value.resetCode, "other words these four")).ok).toBe(true);
});

test("A code of 26 letters, as older apps made them, opens what they sealed until the next passphrase replaces it", async () => {
  const letters = `${"7zk3".repeat(6)}9q`;
  const own = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, [...ownUses]);
  const by = await openerFrom(new TextEncoder().encode(letters), "reset code");
  const { holder } = await newHolder("ann", "one two three four");
  const { reset: _, ...others } = holder;
  const old = { ...others, byReset: await wrap(by, ownPlace(holder.id), own) };
  expect(await openedByReset(old, letters)).toBeDefined();
  for (const code of [letters.replace("9", "8"), "1".repeat(16)])
    expect(await openedByReset(old, code)).toBeUndefined();
});

const wrong = (left: number) => ({ ok: false, error: { type: "WrongResetCode", left } });
const isVoid = { ok: false, error: { type: "ResetCodeVoid" } };
const after = "new words these four";

test("Five wrong codes, typed at once or one after the other, make every code void; what is no code is no try", async () => {
  const { resetCode = "" } = await keyring.enrol("ann", "one two three four");
  const others = ["1", "2", "3"].map((digit) => digit.repeat(16)).filter((code) => code !== resetCode);
  for (const typed of ["", "1234", "0".repeat(15), "ї".repeat(16)])
    expect(await keyring.reset(typed, after)).toEqual(wrong(5));
  expect(await keyring.reset(others[0] ?? "", after)).toEqual(wrong(4));
  const atOnce = Array.from({ length: 9 }, (_, place) => again().reset(others[place % others.length] ?? "", after));
  await Promise.all(atOnce);
  expect(await keyring.reset(resetCode, after)).toEqual(isVoid);
  expect(await keyring.reset("12", after)).toEqual(isVoid);
});

test("The right code for one person is no try of another, and a try counts though the page does not outlive it", async () => {
  const ann = await keyring.enrol("ann", "one two three four");
  const ben = await keyring.enrol("ben", "five six seven eight");
  expect(await keyring.reset("9".repeat(16), after)).toEqual(wrong(4));
  expect((await keyring.reset(ann.resetCode ?? "", after)).ok).toBe(true);
  expect(await again().reset("8".repeat(16), after)).toEqual(wrong(4));
  for (const digit of ["1", "2"]) await keyring.reset(digit.repeat(16), after);
  expect((await keyring.reset(ben.resetCode ?? "", after)).ok).toBe(true);
});

test("The passphrase that opens a phone whose code is void, or of an older app, makes the next, which is kept before it opens anything", async () => {
  const { keys, resetCode = "" } = await keyring.enrol("ann", "one two three four");
  const kept: string[] = [];
  const keep = async ({ resetCode: next }: { readonly resetCode: string }) => void kept.push(next);
  const words = "one two three four";
  expect((await keyring.unlock(keys.holder, words, keep)).ok).toBe(true);
  expect(kept).toEqual([]);
  for (const digit of ["1", "2", "3", "4", "5"]) await keyring.reset(digit.repeat(16), after);
  expect(await keyring.reset(resetCode, after)).toEqual(isVoid);
  const fails = () => Promise.reject(new Error("the disk is full"));
  expect((await keyring.unlock(keys.holder, words, fails)).ok).toBe(true);
  expect(await keyring.reset(resetCode, after)).toEqual(isVoid);
  expect((await again().unlock(keys.holder, words, keep)).ok).toBe(true);
  expect(kept).toHaveLength(1);
  expect(await keyring.reset("7".repeat(16), after)).toEqual(wrong(4));
  expect((await keyring.reset(kept[0] ?? "", after)).ok).toBe(true);
});

test("A code as people type it", () => {
  expect(resetCodeIn(" 0O1I lL-ab\n")).toBe("001111ab");
  expect(["один два три чотири", "amber bridge lantern seven"].every(isStrongEnough)).toBe(true);
  expect(["a b c d", "password", "one two three", "aaaa bbbb cccc d"].some(isStrongEnough)).toBe(false);
});

const aTab = async (holder: string): Promise<UnlockedKeys> => {
  const unlocked = await again().unlock(holder, "one two three four");
  if (!unlocked.ok) throw new Error("locked");
  return unlocked.value;
};
const twoTabs = async () => {
  const { holder } = (await keyring.enrol("ann", "one two three four")).keys;
  return { holder, older: await aTab(holder), newer: await aTab(holder) };
};

test("What two unlocked tabs seal for a new database, whichever is first, opens in both and after a reload", async () => {
  const { holder, older, newer } = await twoTabs();
  const tabs = [older, newer];
  const write = async (tab: UnlockedKeys, database: string, row: string) =>
    [database, row, await tab.seal(database, row, `text of ${row}`)] as const;
  const boxes = [await write(older, "trip-1", "a"), await write(newer, "trip-1", "b")];
  const atOnce = tabs.flatMap((tab, from) => [1, 2].map((row) => write(tab, "trip-2", `${from} ${row}`)));
  boxes.push(...(await Promise.all(atOnce)));
  for (const tab of [...tabs, await aTab(holder)])
    for (const [database, row, box] of boxes) expect(await tab.open(database, row, box)).toBe(`text of ${row}`);
});

test("Also by a tab that opens before it has sealed anything, and for what is this phone's only", async () => {
  const { older, newer } = await twoTabs();
  for (const database of ["device", "site-medyka"]) {
    const box = await older.seal(database, "row", "text");
    expect(await newer.open(database, "row", box)).toBe("text");
  }
});

test("Opening makes no key: where there is none, nothing opens, and nothing is written", async () => {
  const { older, newer } = await twoTabs();
  const box = await older.seal("site-medyka", "row", "text");
  await expect(older.open("trip-1", "row", box)).rejects.toThrow("no key");
  expect(JSON.stringify(await everything())).not.toContain("trip-1");
  const sealed = await newer.seal("trip-1", "row", "later");
  expect(await older.open("trip-1", "row", sealed)).toBe("later");
});

test("Nothing is sealed for a new database once the keys were destroyed", async () => {
  const { holder, older } = await twoTabs();
  await keyring.destroy(holder);
  await expect(older.seal("trip-1", "row", "text")).rejects.toThrow("destroyed");
  await expect(older.open("trip-1", "row", "\u0001box")).rejects.toThrow("destroyed");
});

test("Where another tab made a key after the browser had dropped all, both go on with the one that lies there", async () => {
  const { holder, older, newer } = await twoTabs();
  await older.seal("trip-1", "row", "before");
  const opening = indexedDB.open(name);
  await new Promise((done) => opening.addEventListener("success", done));
  const clearing = opening.result.transaction("holders", "readwrite");
  clearing.objectStore("holders").clear();
  await new Promise((done) => clearing.addEventListener("complete", done));
  opening.result.close();
  const written = await newer.seal("trip-1", "row 1", "by the newer tab");
  await older.restoreEvicted();
  const restored = await older.seal("trip-1", "row 2", "by the older tab");
  const later = await aTab(holder);
  expect(await later.open("trip-1", "row 1", written)).toBe("by the newer tab");
  expect(await later.open("trip-1", "row 2", restored)).toBe("by the older tab");
});

test("Wrong passphrases in several tabs at once are counted each", async () => {
  const { holder } = await twoTabs();
  const tries = await Promise.all(Array.from({ length: 8 }, () => again().unlock(holder, "wrong")));
  const answers = tries.map((tried) => (tried.ok ? "opened" : tried.error.type));
  expect(answers.filter((answer) => answer === "WrongPassphrase")).toHaveLength(5);
  expect(answers.filter((answer) => answer === "WaitAfterWrongPassphrases")).toHaveLength(3);
});

test("Two tabs in which one person signs in for the first time at once work with the same keys, and one has the code", async () => {
  const [one, other] = await Promise.all([keyring, again()].map((tab) => tab.enrol("ann", "one two three four")));
  const ben = await keyring.enrol("ben", "five six seven eight");
  if (!one || !other) throw new Error("not enrolled");
  expect(one.keys.holder).toBe(other.keys.holder);
  expect(await keyring.holders()).toHaveLength(2);
  const box = await one.keys.seal("site-medyka", "row", "text");
  expect(await other.keys.open("site-medyka", "row", box)).toBe("text");
  const codes = [one.resetCode, other.resetCode].filter((code) => code !== undefined);
  expect(codes).toHaveLength(1);
  expect((await keyring.reset(codes[0] ?? "", "new words these four")).ok).toBe(true);
  expect(ben.keys.holder).not.toBe(one.keys.holder);
});

test("Where another person signs in at the same moment, both have keys of their own; who starts over has new ones", async () => {
  const before = await keyring.enrol("ann", "one two three four");
  const enrolled = await Promise.all([
    keyring.enrol("ann", "one two three four"),
    again().enrol("ben", "five six seven eight"),
    again().enrol("ann", "one two three four"),
  ]);
  const [ann, ben, annAgain] = enrolled.map(({ keys }) => keys.holder);
  expect(ann).toBe(annAgain);
  expect(new Set([before.keys.holder, ann, ben]).size).toBe(3);
  expect([...(await keyring.holders())].sort()).toEqual([ann, ben].sort());
});
