import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "../../i18n/i18n-provider.tsx";
import { startI18n } from "../../i18n/start-i18n.ts";
import { connectTo } from "../../sync/connection/server.ts";
import { Loading } from "../../ui/feedback/loading.tsx";
import { PartBoundary } from "../../ui/feedback/part-boundary.tsx";
import { readTheme, showTheme } from "../../ui/theme/theme.ts";
import { reloadWhenWiped } from "../access/wipe.ts";
import { keepInstallPrompt } from "../first-minutes/install-prompt.ts";
import { type FollowedServiceWorker, followServiceWorker } from "../shell/service-worker-updates.ts";
import { App } from "./app.tsx";
import { FailedPage } from "./failed-page.tsx";
import { missingFeatures } from "./missing-features.ts";
import { openPhone } from "./open-phone.ts";

/** Opens what belongs to the phone, then shows the app: locked for the last account, or the sign-in page. */
export const startApp = async (page: Document): Promise<void> => {
  const following = followServiceWorker();
  keepInstallPrompt();
  const root = page.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  showTheme(readTheme());
  const i18n = await startI18n();
  const shown = createRoot(root);
  const show = (view: ReactNode): void =>
    shown.render(
      <I18nProvider i18n={i18n}>
        <PartBoundary instead={<FailedPage />}>{view}</PartBoundary>
      </I18nProvider>,
    );
  show(<Loading label={i18n.t("app.opening")} mayHang />);
  show(await open(following));
};

const open = async ({ updates, register }: FollowedServiceWorker): Promise<ReactNode> => {
  const missing = missingFeatures(window);
  if (missing.length > 0) {
    const { UnsupportedBrowser } = await import("./unsupported-browser.tsx");
    return <UnsupportedBrowser missing={missing} />;
  }
  try {
    reloadWhenWiped();
    const phone = await openPhone();
    const heard = { read: Date.now, heard: phone.clock.heard };
    const server = connectTo("/db", (...call) => fetch(...call), heard, phone.proof);
    register();
    return <App phone={phone} server={server} updates={updates} />;
  } catch {
    return <FailedPage />;
  }
};
