import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerQuickly } from "../support/browser/steps/register-quickly.ts";
import { signIn, upToDate } from "../support/browser/steps/sign-in.ts";
import { aShift, type Shift } from "../support/runs/a-shift.ts";
import { differences } from "../support/runs/differences.ts";

type Timer = { readonly wait: number; readonly ran: boolean; readonly where: string };
type Watched = { readonly hiding: { hide(): void; armed(): readonly Timer[] } };

const watchTimers = fileURLToPath(new URL("../bench/browser/watch-timers.js", import.meta.url));

describe.sequential("The app is open, and nobody looks at it", () => {
  let shift: Shift;

  beforeAll(async () => {
    shift = await aShift();
  });
  afterAll(() => shift.end());

  test("What others register arrives all the same, and no timer of less than half a minute runs for it", async () => {
    const hidden = await shift.emptyPhone();
    await hidden.page.addInitScript({ path: watchTimers });
    await signIn(hidden.page, "volunteer");
    const other = await shift.phone("lead");
    await hidden.page.evaluate(() => (globalThis as unknown as Watched).hiding.hide());

    // Twice: what the first arrival put off a moment has run when the second is there.
    for (const surname of ["Тихий", "Ще тихіший"]) {
      await registerQuickly(other.page, { surname, groups: 3, heads: 2 });
      await upToDate(other.page);
      await expect.poll(() => differences(shift, hidden.page)).toEqual([]);
    }

    const armed = await hidden.page.evaluate(() => (globalThis as unknown as Watched).hiding.armed());
    expect(armed.length).toBeGreaterThan(0);
    // Those of 0 ms put work off and wait for nothing.
    expect(armed.filter(({ wait, ran }) => ran && wait > 0 && wait < 30_000).map(({ where }) => where)).toEqual([]);
  });
});
