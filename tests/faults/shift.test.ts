import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nextVersion } from "../../src/domain/merge/next-version.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { person } from "../../src/domain/model/kinds/person.ts";
import type { Phone } from "../support/browser/chromium.ts";
import { heldBytes } from "../support/browser/held-bytes.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { upToDate } from "../support/browser/steps/sign-in.ts";
import { unlock } from "../support/browser/steps/unlock.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { differences } from "../support/runs/differences.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { scale } from "../support/runs/scale.ts";

const groups = scale({ test: 20, soak: 300 });
const edits = scale({ test: 100, soak: 2_000 });
const locks = scale({ test: 3, soak: 60 });

let shift: Shift;
let phone: Phone;
let session: CDPSession;

beforeAll(async () => {
  shift = await aShift();
  phone = await shift.phone("volunteer");
  session = await phone.context.newCDPSession(phone.page);
});
afterAll(() => shift.end());

/** Others change people that are known here: `count` new versions of ten of them. */
const othersEdit = async (count: number) => {
  for (let round = 0; round < count / 10; round += 1) {
    const known = (await shift.stored()).filter(({ kind }) => kind === "person").slice(0, 10);
    const author = { by: "lead", device: "other001", at: new Date().toISOString() };
    const docs = known.map(({ _rev, ...before }) => {
      const document = before as unknown as Document;
      const after = { ...document, originSettlement: `Село ${round}` };
      return { ...nextVersion(person.rule, document, after, author), _rev };
    });
    await shift.server.couch("site-medyka/_bulk_docs", { method: "POST", body: JSON.stringify({ docs }) });
  }
};

// Against a page that was just opened on the same records: those are kept on purpose, and would hide what is kept for nothing.
test(
  `F25: ${groups} registrations, ${edits} edits of others and ${locks} locks in one sitting: it holds at most 20 % more than a new page, nothing complains`,
  async () => {
    const { page } = phone;
    const work = async (surname: string, share: number) => {
      const [saved] = await Promise.all([
        registerQuickly(page, { surname, groups: Math.round(groups * share), heads: 2 }),
        othersEdit(edits * share),
      ]);
      await page.click('a[href="/arrivals"]');
      await expect.poll(() => differences(shift, page)).toEqual([]);
      return saved;
    };
    const warm = await work("Початок", 0.2);
    const begun = await heldBytes(session);
    const later = await work("Зміна", 0.8);
    const worked = await heldBytes(session);
    for (let times = 0; times < locks; times += 1) {
      await page.click("[data-test=lock]");
      await page.waitForSelector("#passphrase");
      await unlock(page);
    }
    await page.waitForSelector("#search");
    await upToDate(page);
    const locked = await heldBytes(session);
    await page.reload();
    await page.waitForSelector("#search");
    await upToDate(page);
    const opened = await heldBytes(session);
    const held = Object.entries({ begun, worked, locked, opened }).map(([when, bytes]) => `${when} ${bytes / 1e6} MB`);
    console.log(`F25: held without code: ${held.join(", ")}`);
    expect(missingFrom(await shift.stored(), [...warm, ...later])).toEqual([]);
    expect(Math.max(worked, locked)).toBeLessThan(opened * 1.2);
    expect(phone.complaints).toEqual([]);
  },
  scale({ test: 120_000, soak: 900_000 }),
);
