import { expect, test } from "vitest";
import type { Handset } from "../support/browser/handset.ts";
import { unsentShown } from "../support/browser/header-text.ts";
import { registerQuickly, type Saved } from "../support/browser/steps/register-quickly.ts";
import { upToDate } from "../support/browser/steps/sign-in.ts";
import type { Tab } from "../support/browser/tab.ts";
import type { Shift, Stored } from "../support/runs/a-shift.ts";
import { budget } from "../support/runs/budget.ts";
import { differences } from "../support/runs/differences.ts";
import { missingFrom } from "../support/runs/hold-saved.ts";
import { scale } from "../support/runs/scale.ts";
import type { Fault } from "../support/server/fault-proxy.ts";

const poisoned = scale({ test: 12, soak: 50 });
const aPart = 10;
const refused = "Отрута-0 7";

export type Scene = { readonly shift: Shift; readonly handset: Handset };

/** F4, F6 and F7, in whichever browser the scene has. */
export const holdAnswers = (scene: () => Scene): void => {
  const register = (surname: string, groups = 1) =>
    registerQuickly(scene().handset.page, { surname, groups, heads: 1 });
  const arrived = (saved: readonly Saved[]) =>
    expect.poll(async () => missingFrom(await scene().shift.stored(), saved)).toEqual([]);

  test.each(scale({ test: [2], soak: [1, 2, 3] }))(
    "F4: the answer is lost %i times after the server applied it, with an edit in between: the edit stays, one document",
    async (times) => {
      const { shift, handset } = scene();
      const { page } = handset;
      shift.proxy.next("_bulk_docs", ...Array.from({ length: times }, (): Fault => "cutAfter"));
      const [saved] = await register(`Відповідь ${times}`);
      const row = page.locator(".p-row__target[href^='/arrivals/person/']").first();
      await row.waitFor();
      const address = (await row.getAttribute("href")) ?? "";
      await editPatronymic(page, address.replace("/arrivals/person/", "person:"), `Іванівна-${"абв"[times - 1]}`);
      await expect.poll(() => unsentShown(page)).toBe(0);
      await upToDate(page);
      const stored = await peopleOf(shift, saved?.groupId);
      expect(stored).toMatchObject([{ patronymic: `Іванівна-${"абв"[times - 1]}` }]);
      expect(stored[0]?.rivals).toBeUndefined();
    },
  );

  test("F6: the session ends in the middle of a shift: it is renewed, nobody is asked for anything", async () => {
    const { handset } = scene();
    await handset.loseSession();
    await arrived(await register("Сесія"));
    expect(await handset.page.locator("#passphrase").count()).toBe(0);
  });

  test.each<Fault>(
    scale<readonly Fault[]>({ test: [401, "portal"], soak: [401, 403, 503, "portal", "cutInBody", "cutBefore"] }),
  )(
    "F6: everything is answered with %s for a while: nobody is signed out, nothing of it is data, and then all is sent",
    async (fault) => {
      const { shift, handset } = scene();
      const { page } = handset;
      const end = shift.proxy.always("/db/", fault);
      const saved = await register(`Відмова ${fault}`);
      await shift.proxy.hasBeenAsked("/db/", 3);
      expect(await unsentShown(page)).toBe(1);
      expect(await page.locator("[data-test=lock]").count()).toBe(1);
      end();
      const began = Date.now();
      await arrived(saved);
      await expect.poll(() => unsentShown(page)).toBe(0);
      budget(`F6: sent after the last ${fault}`, Date.now() - began, 10_000);
      await expect.poll(() => differences(shift, page)).toEqual([]);
    },
  );

  test(`F7: the server refuses one group of ${poisoned}: the others arrive, the one is in the list with the reason`, async () => {
    const { shift, handset } = scene();
    const { page } = handset;
    const poison = "site-medyka/_design/poison";
    await shift.server.couch(poison, {
      method: "PUT",
      body: JSON.stringify({
        validate_doc_update: `function (doc) { if (doc.label === "${refused}") throw { forbidden: "poison" }; }`,
      }),
    });
    await handset.goOffline(true);
    const saved: Saved[] = [];
    for (let part = 0; part * aPart < poisoned; part += 1) {
      // WebKit lets a page go to 100 addresses in 30 s, so each part has a page of its own.
      await page.goto("/arrivals");
      saved.push(...(await register(`Отрута-${part}`, Math.min(aPart, poisoned - part * aPart))));
    }
    await handset.goOffline(false);
    const began = Date.now();
    await arrived(saved.filter(({ surname }) => surname !== refused));
    budget(`F7: ${poisoned - 1} of ${poisoned} groups are there`, Date.now() - began, 10_000);
    await expect.poll(() => unsentShown(page)).toBe(1);
    await page.click(".p-header-status");
    await expect.poll(() => page.locator(".p-row", { hasText: refused }).textContent()).toContain("не прийняв");
    const { _rev } = await shift.server.couch<{ _rev: string }>(poison);
    await shift.server.couch(`${poison}?rev=${_rev}`, { method: "DELETE" });
    await page.locator("[data-test=main-action] button").click();
    await arrived(saved);
  });
};

export const peopleOf = async (shift: Shift, groupId: string | undefined): Promise<readonly Stored[]> =>
  (await shift.stored()).filter((doc) => doc.kind === "person" && doc.groupId === groupId);

/** Changes a person who is on the page, through the form. */
export const editPatronymic = async (page: Tab, id: string, patronymic: string): Promise<void> => {
  await page
    .locator(`a[href="/arrivals/person/${id.replace("person:", "")}"]`)
    .first()
    .click();
  await page.locator("a[href$='/edit']").click();
  await page.fill("#patronymic", patronymic);
  await page.click("button[type=submit]");
  await page.waitForURL(/\/arrivals\/person\/[^/]+$/);
};
