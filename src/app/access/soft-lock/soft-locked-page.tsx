import type { ReactNode } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { AppFrame } from "../../../ui/page/app-frame.tsx";
import { AppHeader } from "../../../ui/page/app-header.tsx";
import { useWindowTitle } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { WipeButton } from "../wipe-button.tsx";

type Props = {
  /** Asks for the PIN. */
  readonly children: ReactNode;
  readonly onLockFully: () => void;
  readonly onWipe: () => Promise<void>;
};

/** Stands in the place of the app while it waits for the PIN. Says nothing of who works with this phone, or for whom. */
export const SoftLockedPage = ({ children, onLockFully, onWipe }: Props) => {
  const t = useT();
  useWindowTitle(t("pin.title"));
  return (
    <AppFrame header={<AppHeader title={t("app.name")} detail={t("app.motto")} />}>
      {/* No `Page`, which would ask where one came from: the history is the sleeping screens'. */}
      <main className="p-page" id="main" tabIndex={-1}>
        <div className="p-page__head">
          <h1>{t("pin.title")}</h1>
          <p className="p-page__lede">{t("pin.lede")}</p>
        </div>
        <div className="p-page__body">
          <Stack space="section">
            {children}
            <Button look="quiet" wide icon="lock" onPress={onLockFully}>
              {t("pin.forgotten")}
            </Button>
            <WipeButton onWipe={onWipe} />
          </Stack>
        </div>
      </main>
    </AppFrame>
  );
};
