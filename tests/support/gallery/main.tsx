import "../../../src/ui/theme/base.css";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "../../../src/i18n/i18n-provider.tsx";
import { isLanguage, pseudoLocale } from "../../../src/i18n/languages.ts";
import { addWords, startI18n } from "../../../src/i18n/start-i18n.ts";
import { NavigationProvider } from "../../../src/ui/page/navigation.tsx";
import { readTheme, showTheme } from "../../../src/ui/theme/theme.ts";
import { Gallery } from "./gallery.tsx";

const show = async (): Promise<void> => {
  const query = new URLSearchParams(location.search);
  const i18n = await startI18n();
  const language = isLanguage(i18n.language) ? i18n.language : pseudoLocale;
  await Promise.all((["behind", "transport", "lead"] as const).map((part) => addWords(i18n, language, part)));
  showTheme(query.get("theme") === "night" ? "night" : readTheme());

  const root = document.getElementById("root");
  if (root) {
    createRoot(root).render(
      <I18nProvider i18n={i18n}>
        <NavigationProvider navigate={(href) => history.pushState(null, "", href)}>
          <Gallery scene={query.get("scene") ?? "form"} />
        </NavigationProvider>
      </I18nProvider>,
    );
  }
};

void show();
