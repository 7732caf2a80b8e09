import { createInstance } from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DepartureFields } from "../../../../../src/features/roster/residents/departure-fields.tsx";
import { type AdultOption, gone } from "../../../../../src/features/roster/residents/departures.ts";
import type { AskedDeparture } from "../../../../../src/features/roster/residents/use-departures.ts";
import { I18nProvider } from "../../../../../src/i18n/i18n-provider.tsx";
import { loadWords } from "../../../../../src/i18n/load-words.ts";
import { type Live, LiveProvider } from "../../../../../src/live/live-context.tsx";
import { aDocument } from "../../../../support/data/a-document.ts";

const live = { author: () => ({ by: "ann", device: "dev1", at: "2026-11-24T08:00:00.000Z" }) } as Partial<Live> as Live;
const olha: AdultOption = { key: "person:aunt", name: "Olha", isConfirmed: true };
const asked = (names: readonly string[], adults: readonly AdultOption[], chosen?: string): AskedDeparture => ({
  question: { children: names.map((givenName) => aDocument("person", givenName, { givenName })), adults },
  answer: { chosen, hasLeft: "" },
  onAnswer: () => undefined,
});

const drawn = async (questions: readonly AskedDeparture[], hasTried = false): Promise<string> => {
  const i18n = createInstance();
  const words = {
    ...(await loadWords("en", "lock")),
    ...(await loadWords("en", "behind")),
    ...(await loadWords("en", "later")),
  };
  await i18n.init({ lng: "en", resources: { en: { translation: words } }, interpolation: { escapeValue: false } });
  return renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <LiveProvider live={live}>
        <DepartureFields asked={questions} hasTried={hasTried} />
      </LiveProvider>
    </I18nProvider>,
  );
};

test("One question names the adults who may take the children, and stops nobody", async () => {
  const html = await drawn([asked(["Ivan", "Mira"], [olha])]);
  expect(html).toMatch(/With which adult.*Olha.*The child has left already/);
  expect(html).not.toContain("Stop:");
});

test("Asked apart, each question says of which child, and only who has no adult is stopped", async () => {
  const html = await drawn([asked(["Ivan"], [olha]), asked(["Mira"], [], gone)], true);
  expect(html).toMatch(/Ivan: with which adult.*Stop: Mira.*Mira: with which adult.*Mira: with whom, where to/);
  expect(html).not.toContain("Stop: Ivan");
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("Without a child to ask about nothing is drawn", async () => {
  expect(await drawn([])).toBe("");
});
