import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { AppFrame } from "../../ui/page/app-frame.tsx";
import { AppHeader } from "../../ui/page/app-header.tsx";
import { NavigationProvider } from "../../ui/page/navigation.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Stack } from "../../ui/page/stack.tsx";

type Props = {
  readonly title: string;
  readonly lede: string;
  /** It follows another page of the same visit: its title takes the focus. */
  readonly isNext?: boolean;
  readonly children: ReactNode;
};

/** What stands before the app is open: says nothing of who works with this phone, or for whom. */
export const AccessLayout = ({ title, lede, isNext, children }: Props) => {
  const t = useT();
  return (
    <NavigationProvider navigate={nowhere} isNext={isNext}>
      <AppFrame header={<AppHeader title={t("app.name")} detail={t("app.motto")} />}>
        <Page title={title} lede={lede}>
          <Stack space="section">{children}</Stack>
        </Page>
      </AppFrame>
    </NavigationProvider>
  );
};

const nowhere = () => {};
