import { createRoot } from "react-dom/client";
import { openDevice } from "../device/open-device.ts";
import { I18nProvider } from "../i18n/i18n-provider.tsx";
import { startI18n } from "../i18n/start-i18n.ts";
import { connectTo } from "../sync/server.ts";
import { readTheme, showTheme } from "../ui/theme.ts";
import { App } from "./app.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { registerWorker } from "./register-worker.ts";

/** Opens what belongs to the device, then shows the app: signed in as whoever was last, or the sign-in page. */
export const startApp = async (page: Document): Promise<void> => {
  const root = page.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  showTheme(readTheme());
  const device = openDevice();
  const i18n = await startI18n();
  const updates = registerWorker();
  const server = connectTo("/db", (...call) => fetch(...call));
  createRoot(root).render(
    <I18nProvider i18n={i18n}>
      <ErrorBoundary>
        <App device={device} server={server} updates={updates} />
      </ErrorBoundary>
    </I18nProvider>,
  );
};
