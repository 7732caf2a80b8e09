import { createInstance } from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { I18nProvider } from "../../../../src/i18n/i18n-provider.tsx";
import { WhileComing } from "../../../../src/ui/feedback/while-coming.tsx";

const drawn = async (isComing: boolean): Promise<string> => {
  const i18n = createInstance();
  await i18n.init({ lng: "en", resources: {} });
  return renderToStaticMarkup(
    <I18nProvider i18n={i18n}>
      <WhileComing isComing={isComing}>Records are still coming</WhileComing>
    </I18nProvider>,
  );
};

test("What is found is said to be a part while records come, and only then", async () => {
  expect(await drawn(true)).toMatch(/visibility:visible.*role="status".*Records are still coming/);
  expect(await drawn(false)).toBe("");
});
