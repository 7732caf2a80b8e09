import { type ReactNode, Suspense } from "react";
import { Route, Switch } from "wouter";
import { RecentActsPage } from "../../features/attention/acts/recent-acts-page.tsx";
import { ConflictsPage } from "../../features/attention/conflicts/conflicts-page.tsx";
import { RecordPage } from "../../features/attention/records/record-page.tsx";
import { RepairPage } from "../../features/attention/records/repair-page.tsx";
import { UnsentPage } from "../../features/attention/records/unsent-page.tsx";
import { ShiftPage } from "../../features/attention/shift-page.tsx";
import { WithdrawalsToSee } from "../../features/intake/withdrawal/withdrawals-to-see.tsx";
import { HouseDaysCharts } from "../../features/roster/house-days-charts.tsx";
import { ChildrenPage } from "../../features/safeguarding/children-page.tsx";
import { mayMerge } from "../../live/duplicates/other-records.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { lazyAgain } from "../../ui/feedback/lazy-again.ts";
import { WithWords } from "../start/with-words.tsx";
import { fetchLaterScreens } from "./fetch-later-screens.ts";
import { NotFound } from "./not-found.tsx";
import { ScanScreens } from "./scan-screens.tsx";

/** For who leads a site: a volunteer's phone never runs it. */
const ReadInPage = lazyAgain(() =>
  import("../../features/attention/exchange/import-page.tsx").then((module) => module.ImportPage),
);

const DuplicatesPage = lazyAgain(() => fetchLaterScreens().then((screens) => screens.DuplicatesPage));

const InterviewPage = lazyAgain(() => fetchLaterScreens().then((screens) => screens.InterviewPage));

const DoubleBookings = lazyAgain(() =>
  import("../../features/roster/beds/double-bookings.tsx").then((module) => module.DoubleBookings),
);

/** For who says which records are of one person. */
const Duplicates = ({ site }: { readonly site: string }) => {
  const { roles } = useLiveContext();
  return mayMerge(roles, site) ? (
    <Suspense>
      <DuplicatesPage site={site} />
    </Suspense>
  ) : (
    <NotFound home="/arrivals" />
  );
};

type AttentionScreensProps = {
  readonly site: string | undefined;
  readonly sites: readonly string[];
  readonly chooseSite: (site: string) => void;
  readonly onSendNow: () => void;
  readonly notices: ReactNode;
};

/** What is on its way, what is in its way, what two people noted differently, what can be taken back. */
export const AttentionScreens = ({ site, sites, chooseSite, onSendNow, notices }: AttentionScreensProps) => (
  <Switch>
    <Route path="/sync">
      <UnsentPage onSendNow={onSendNow} notices={notices} />
    </Route>
    <Route path="/scan/*?">{site ? <ScanScreens {...{ site, sites, chooseSite }} /> : <NotFound home="/sync" />}</Route>
    <Route path="/sync/acts">
      <RecentActsPage />
    </Route>
    <Route path="/sync/shift">
      <ShiftPage onSendNow={onSendNow} pictures={site && <HouseDaysCharts site={site} />} />
    </Route>
    <Route path="/sync/read-in">
      <Suspense>
        <WithWords part="lead">
          <ReadInPage />
        </WithWords>
      </Suspense>
    </Route>
    <Route path="/sync/record/:database/:id/repair">
      {({ database, id }) => <RepairPage key={id} database={database} id={id} />}
    </Route>
    <Route path="/sync/record/:database/:id">
      {({ database, id }) => <RecordPage key={id} database={database} id={id} onSendNow={onSendNow} />}
    </Route>
    <Route path="/children">{site ? <ChildrenPage site={site} /> : <NotFound home="/sync" />}</Route>
    <Route path="/arrivals/duplicates">{site ? <Duplicates site={site} /> : <NotFound home="/sync" />}</Route>
    <Route path="/arrivals/register/:key/ask">
      {({ key }) =>
        site ? <InterviewPage key={key} site={site} groupId={`group:${key}`} /> : <NotFound home="/sync" />
      }
    </Route>
    <Route path="/conflicts">
      <Suspense>
        <ConflictsPage
          site={site}
          bedsTwice={site && <DoubleBookings site={site} />}
          withdrawals={site && <WithdrawalsToSee site={site} />}
        />
      </Suspense>
    </Route>
    <Route>
      <NotFound home="/sync" />
    </Route>
  </Switch>
);
