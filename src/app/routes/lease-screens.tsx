import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { NewIntakePage } from "../../features/intake/registration/new-intake-page.tsx";
import { RegisterPage } from "../../features/intake/registration/register-page.tsx";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Stack } from "../../ui/page/stack.tsx";

type LeaseScreensProps = {
  readonly site: string | undefined;
  /** Where signing in again is what is missing, the way to it. */
  readonly notices: ReactNode;
};

/** What is left while the server has not been heard for too long: people can be registered, nothing can be looked at. */
export const LeaseScreens = ({ site, notices }: LeaseScreensProps) => (
  <Switch>
    {site && (
      <Route path="/arrivals/new">
        <NewIntakePage />
      </Route>
    )}
    {site && (
      <Route path="/arrivals/register/:key">
        {({ key }) => <RegisterPage key={key} site={site} groupId={`group:${key}`} />}
      </Route>
    )}
    <Route path="/arrivals/group/:key">
      <LeasePage canRegister={site !== undefined} notices={notices} hasSaved />
    </Route>
    <Route>
      <LeasePage canRegister={site !== undefined} notices={notices} />
    </Route>
  </Switch>
);

type LeasePageProps = { readonly canRegister: boolean; readonly notices: ReactNode; readonly hasSaved?: boolean };

const LeasePage = ({ canRegister, notices, hasSaved = false }: LeasePageProps) => {
  const t = useT();
  return (
    <Page title={t("lease.title")} lede={t("lease.text")}>
      <Stack>
        {notices}
        {hasSaved && <Notice kind="success" title={t("lease.saved")} />}
        {canRegister && (
          <LinkButton href="/arrivals/new" icon="plus" wide>
            {t("lease.register")}
          </LinkButton>
        )}
      </Stack>
    </Page>
  );
};
