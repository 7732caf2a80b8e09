import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPhone, type Phone } from "../support/browser/chromium.ts";
import { everyScreen } from "../support/browser/every-screen.ts";
import { keepSheets, printOut } from "../support/browser/print-out.ts";
import { signIn } from "../support/browser/steps/sign-in.ts";
import { overlapping, pagesOf, pdfToText } from "../support/paper/pages-of.ts";
import { isInstalled } from "../support/runs/is-installed.ts";
import { aServer, type TestServer } from "../support/server/a-server.ts";

const output = "tests/.output/print";

/** What a printer gets, word by word, with the place of each on its page. */
describe.skipIf(!isInstalled(pdfToText)).sequential("Lists on paper, as the PDF has them", () => {
  let server: TestServer;
  let phone: Phone;
  let addresses: Readonly<Record<string, string>>;

  beforeAll(async () => {
    mkdirSync(output, { recursive: true });
    server = await aServer();
    phone = await openPhone({ baseURL: server.address });
    await keepSheets(phone.context);
    await signIn(phone.page, "lead");
    await phone.page.goto("/settings");
    await phone.page.selectOption("#site", "przemysl");
    addresses = await everyScreen(server);
  });
  afterAll(async () => {
    await phone?.throwAway();
    await server?.stop();
  });

  test.each(["roster", "trip", "roll-call"])(
    "%s: every word is there, none lies on another, each page says what it is and until when",
    async (screen) => {
      const path = `${output}/paper-${screen}.pdf`;
      const { words, head, foot } = await printOut(phone.page, addresses[screen] ?? screen, path);
      const pages = pagesOf(path);
      expect(words.length).toBeGreaterThan(100);
      expect(
        missing(
          words,
          pages.flatMap((page) => page.words.map(({ text }) => text)),
        ),
      ).toEqual([]);
      for (const page of pages) {
        expect(overlapping(page)).toEqual([]);
        expect(page.words.filter(({ right, bottom }) => right > page.width || bottom > page.height)).toEqual([]);
        const text = page.words.map(({ text }) => text).join(" ");
        expect(text).toContain(firstWord(head));
        expect(text).toContain(foot.trim().split(/\s+/).slice(-2).join(" "));
      }
      expect(
        words.some((word) => /^[А-ЯІЇЄҐа-яіїєґ’ʼ'-]{4,}$/.test(word)) &&
          words.some((word) => /^[A-Za-z-]{4,}$/.test(word)),
      ).toBe(true);
    },
  );
});

const firstWord = (text: string | null | undefined): string => text?.trim().split(/\s+/)[0] ?? "";

/** Words of the sheet that the paper has less often. */
const missing = (wanted: readonly string[], there: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const word of there) left.set(word, (left.get(word) ?? 0) + 1);
  return wanted.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
};
