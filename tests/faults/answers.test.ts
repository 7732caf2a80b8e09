import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Phone } from "../support/browser/chromium.ts";
import { handsetOf } from "../support/browser/handset.ts";
import { unsentShown } from "../support/browser/header-text.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { upToDate } from "../support/browser/steps/sign-in.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { editPatronymic, holdAnswers, peopleOf } from "./hold-answers.ts";

describe.sequential("Whatever the network or the server answers (F4, F6–F9)", () => {
  let shift: Shift;
  let phone: Phone;

  beforeAll(async () => {
    shift = await aShift();
    phone = await shift.phone("volunteer");
  });
  afterAll(() => shift.end());

  const register = (surname: string, groups = 1) => registerQuickly(phone.page, { surname, groups, heads: 1 });

  holdAnswers(() => ({ shift, handset: handsetOf(phone) }));

  test("F8: a batch is too large for the server: it is halved until everything has arrived", async () => {
    await phone.context.setOffline(true);
    const saved = await register("Великий", 10);
    shift.proxy.next("_bulk_docs", 413, 413, 413);
    await phone.context.setOffline(false);
    await expect.poll(async () => missingFrom(await shift.stored(), saved)).toEqual([]);
    await expect.poll(() => unsentShown(phone.page)).toBe(0);
  });

  test("F9: deleted on the server, edited here meanwhile: not brought back, shown, and nothing else waits for it", async () => {
    const { page, context } = phone;
    const [saved] = await register("Стертий");
    await upToDate(page);
    const [person] = await peopleOf(shift, saved?.groupId);
    await context.setOffline(true);
    await editPatronymic(page, String(person?._id), "Петрівна");
    await shift.server.couch("site-medyka/_bulk_docs", {
      method: "POST",
      body: JSON.stringify({ docs: [{ _id: person?._id, _rev: person?._rev, _deleted: true }] }),
    });
    const other = await register("Наступний");
    await context.setOffline(false);
    await expect.poll(async () => missingFrom(await shift.stored(), other)).toEqual([]);
    await expect.poll(() => unsentShown(page)).toBe(1);
    expect(await peopleOf(shift, saved?.groupId)).toEqual([]);
    await page.click(".p-header-status");
    await expect.poll(() => page.locator(".p-row", { hasText: "Стертий" }).textContent()).toContain("стерто");
  });

  test("Nothing complained", () => {
    expect(phone.complaints).toEqual([]);
  });
});
