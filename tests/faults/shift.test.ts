import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nextVersion } from "../../src/domain/merge/next-version.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { person } from "../../src/domain/model/kinds/person.ts";
import type { Phone } from "../support/browser/chromium.ts";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { differences } from "../support/runs/differences.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { scale } from "../support/runs/scale.ts";

const groups = scale({ test: 20, soak: 300 });
const edits = scale({ test: 100, soak: 2_000 });

let shift: Shift;
let phone: Phone;
let session: CDPSession;

beforeAll(async () => {
  shift = await aShift();
  phone = await shift.phone("volunteer");
  session = await phone.context.newCDPSession(phone.page);
});
afterAll(() => shift.end());

/** Bytes of the page's heap after everything that nobody needs is gone. */
const heap = async (): Promise<number> => {
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
};
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

test(
  `F25: ${groups} registrations and ${edits} edits of others in one sitting: the heap grows by 20 % at most, nothing complains`,
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
    const before = await heap();
    const later = await work("Зміна", 0.8);
    const after = await heap();
    console.log(`F25: heap ${(before / 1e6).toFixed(1)} MB, then ${(after / 1e6).toFixed(1)} MB`);
    expect(missingFrom(await shift.stored(), [...warm, ...later])).toEqual([]);
    expect(after).toBeLessThan(before * 1.2);
    expect(phone.complaints).toEqual([]);
  },
  scale({ test: 120_000, soak: 900_000 }),
);
