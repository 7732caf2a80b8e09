import { useT } from "../../i18n/use-t.ts";
import { Notice } from "../../ui/feedback/notice.tsx";
import { LanguageChips } from "../../ui/fields/choice/language-chips.tsx";
import { AppFrame } from "../../ui/page/app-frame.tsx";
import { AppHeader } from "../../ui/page/app-header.tsx";
import { NavigationProvider } from "../../ui/page/navigation.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import type { Feature } from "./missing-features.ts";

/** A browser in which what is typed would be lost: said before anything can be typed. */
export const UnsupportedBrowser = ({ missing }: { readonly missing: readonly Feature[] }) => {
  const t = useT();
  const reason = missing.includes("secure") ? "insecure" : "browser";
  return (
    <NavigationProvider navigate={(href) => location.assign(href)}>
      <AppFrame header={<AppHeader title={t("app.name")} detail={t("app.motto")} />}>
        <Page title={t("app.cannotRun.title")}>
          <Stack space="section">
            <Notice kind="danger" title={t(`app.cannotRun.${reason}`)}>
              <p>{t(`app.cannotRun.${reason}Help`)}</p>
              <p className="p-hint">{t("app.cannotRun.missing", { names: missing.join(", ") })}</p>
            </Notice>
            <LanguageChips id="language" />
          </Stack>
        </Page>
      </AppFrame>
    </NavigationProvider>
  );
};
