import { type ReactNode, Suspense, useEffect } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import type { SealedItem } from "../../domain/exchange/sealed-write.ts";
import { isCoordinator } from "../../domain/model/databases.ts";
import { leads } from "../../domain/rights/leads.ts";
import { ArrivalsPage } from "../../features/intake/people/arrivals-page.tsx";
import { NewIntakePage } from "../../features/intake/registration/new-intake-page.tsx";
import { RegisterPage } from "../../features/intake/registration/register-page.tsx";
import type { FetchPhones } from "../../features/phones/managed-phone.ts";
import type { PasskeySetup } from "../../features/settings/passkey-section.tsx";
import { TypedNotesContext } from "../../forms/notes/typed-note.tsx";
import { useT } from "../../i18n/use-t.ts";
import type { OpenMatters } from "../../live/attention/open-matters.ts";
import type { Account } from "../../sync/connection/account.ts";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { lazyAgain } from "../../ui/feedback/lazy-again.ts";
import { Loading } from "../../ui/feedback/loading.tsx";
import { useNavigation } from "../../ui/page/navigation.tsx";
import { Page } from "../../ui/page/page.tsx";
import { WipeButton } from "../access/wipe-button.tsx";
import { firstStepsAddress } from "../first-minutes/first-steps-address.ts";
import { LaptopContext, useLaptop } from "../laptop/use-laptop.ts";
import type { Job } from "../shell/jobs.ts";
import { FetchedScreen } from "../start/fetched-screen.tsx";
import { WithWords } from "../start/with-words.tsx";
import type { FollowedSites } from "../workspace/followed-sites.ts";
import type { StoragePersistence } from "../workspace/use-storage-persistence.ts";
import { fetchLaterScreens } from "./fetch-later-screens.ts";
import { ListAndDetail } from "./list-and-detail.tsx";
import { NotFound } from "./not-found.tsx";
import { editPersonRoute, peopleRoutes } from "./people/people-routes.tsx";

type Props = {
  readonly account: Account;
  readonly mayRead: boolean;
  readonly onSignOut: () => Promise<void>;
  readonly onSendNow: () => void;
  readonly onTakeSealed: (items: readonly SealedItem[]) => Promise<void>;
  readonly onWipe: () => Promise<void>;
  readonly phones: FetchPhones;
  readonly site: string | undefined;
  /** Those that somebody works with on this phone. */
  readonly sites: readonly string[];
  readonly followed: FollowedSites;
  readonly persistence: StoragePersistence;
  readonly unlocking: PasskeySetup;
  readonly chooseSite: (site: string) => void;
  readonly jobs: readonly Job[];
  /** Open matters that this account may settle. */
  readonly matters: OpenMatters | undefined;
  /** What is wrong with the connection, the phone or the app, and what can be done about it. */
  readonly notices: ReactNode;
};

/** Which screen an address shows, with what a laptop has more. An address holds ids only, never a name. */
export const Screens = (props: Props) => {
  const t = useT();
  const [path] = useLocation();
  const { follow } = useNavigation();
  const laptop = useLaptop(path);
  // Where a trip is planned every tap counts already, and no form stands around it.
  const mayRegister = props.site !== undefined && path !== "/transport/plan";
  if (laptop === "fetching") return <Loading label={t("app.opening")} />;
  return (
    <LaptopContext value={laptop}>
      {laptop && <laptop.Keys onNew={mayRegister ? () => follow("/arrivals/new") : undefined} />}
      <TypedNotesContext value={TypedNotes}>
        <ScreenOfAddress {...props} keys={laptop && <laptop.KeysSwitch />} />
        {props.site && props.mayRead && (
          <WithWords part="later" meanwhile={null}>
            <Suspense>
              <WedgeAnswer site={props.site} sites={props.sites} chooseSite={props.chooseSite} />
            </Suspense>
          </WithWords>
        )}
      </TypedNotesContext>
    </LaptopContext>
  );
};

const ScreenOfAddress = (props: Props & { readonly keys: ReactNode }) => {
  const t = useT();
  const { account, site, jobs } = props;
  const coordinates = isCoordinator(account.roles);
  const moves = jobs.some(({ job }) => job === "transport");
  const reads = jobs.some(({ job }) => job === "confidential");
  useEffect(() => {
    void attention().catch(askedForAgain);
    void fetchLaterScreens().catch(askedForAgain);
    if (site) {
      void roster().catch(askedForAgain);
    }
    if (moves) void transport().catch(askedForAgain);
    if (reads) void notes().catch(askedForAgain);
  }, [site, moves, reads]);
  return (
    <Switch>
      <Route path="/settings">
        <FetchedScreen words="later">
          <SettingsPage
            account={account}
            site={site}
            sites={props.sites}
            coordinates={coordinates}
            persistence={props.persistence}
            unlocking={props.unlocking}
            onChooseSite={props.chooseSite}
            onTakeSealed={props.onTakeSealed}
            leads={leads(account.roles)}
            top={
              <>
                {props.notices}
                <OpenMattersList matters={props.matters} />
                {props.mayRead && (
                  <LinkButton href="/sync/acts" icon="undo" wide>
                    {t("shell.acts.open")}
                  </LinkButton>
                )}
              </>
            }
            keys={props.keys}
            wipe={<WipeButton onWipe={props.onWipe} />}
            onSignOut={props.onSignOut}
          />
        </FetchedScreen>
      </Route>
      {!props.mayRead && (
        <Route>
          <FetchedScreen words="later">
            <LeaseScreens site={site} notices={props.notices} />
          </FetchedScreen>
        </Route>
      )}
      <Route path="/settings/sites">
        <Suspense fallback={<Loading label={t("app.opening")} />}>
          <WithWords part="lead">
            <SitesPage roles={account.roles} followed={props.followed} />
          </WithWords>
        </Suspense>
      </Route>
      <Route path="/settings/phones">
        <Suspense fallback={<Loading label={t("app.opening")} />}>
          <WithWords part="lead">
            <PhonesPage
              phones={props.phones}
              self={account.name}
              leads={site && account.roles.includes(`lead:${site}`) ? site : undefined}
            />
          </WithWords>
        </Suspense>
      </Route>
      <Route path={firstStepsAddress}>
        <FetchedScreen words="later">
          <FirstStepsPage
            unlocking={props.unlocking}
            registers={site !== undefined && jobs.some(({ job }) => job === "arrivals")}
            work={jobs[0]?.href ?? "/settings"}
          />
        </FetchedScreen>
      </Route>
      {["/sync/*?", "/scan/*?", "/children", "/conflicts", "/arrivals/duplicates", "/arrivals/register/:key/ask"].map(
        (path) => (
          <Route key={path} path={path}>
            {() => (
              <FetchedScreen words="later">
                <AttentionScreens {...props} />
              </FetchedScreen>
            )}
          </Route>
        ),
      )}
      {site && arrivalsRoutes(props, site, moves)}
      {site && (
        <Route path="/roster/*?">
          {() => (
            <FetchedScreen words="later">
              <RosterScreens site={site} people={peopleRoutes(site, "roster", moves)} />
            </FetchedScreen>
          )}
        </Route>
      )}
      {reads && (
        <Route path="/confidential/*?">
          {() => (
            <FetchedScreen words="later">
              <ConfidentialScreens />
            </FetchedScreen>
          )}
        </Route>
      )}
      <Route path="/transport/*?">
        {() => (
          <FetchedScreen words="later">
            <TransportScreens site={site} />
          </FetchedScreen>
        )}
      </Route>
      <Route path="/">
        {jobs[0] ? <Redirect to={coordinates && !site ? "/settings/sites" : jobs[0].href} replace /> : <NoJobs />}
      </Route>
      <Route>
        <NotFound home={jobs[0]?.href ?? "/settings"} />
      </Route>
    </Switch>
  );
};

/** Fetched once the first screen stands, before anybody taps there: saving a group does not wait for it. */
const roster = () => import("./roster-screens.tsx").then((module) => module.RosterScreens);
const RosterScreens = lazyAgain(roster);

/** So are these: the state of sending is tapped where there is no network. */
const attention = () => import("./attention-routes.tsx").then((module) => module.AttentionScreens);
const AttentionScreens = lazyAgain(attention);

/** A volunteer at a site never loads these; dispatchers and drivers have them before the first tap. */
const transport = () => import("./transport-screens.tsx").then((module) => module.TransportScreens);
const TransportScreens = lazyAgain(transport);
const notes = () => import("./confidential-screens.tsx").then((module) => module.ConfidentialScreens);
const ConfidentialScreens = lazyAgain(notes);
const SitesPage = lazyAgain(() => import("../workspace/sites-page.tsx").then((module) => module.SitesPage));
const PhonesPage = lazyAgain(() => import("../../features/phones/phones-page.tsx").then((module) => module.PhonesPage));
const LeaseScreens = lazyAgain(() => fetchLaterScreens().then((screens) => screens.LeaseScreens));
const OpenMattersList = lazyAgain(() => fetchLaterScreens().then((screens) => screens.OpenMattersList));
const SettingsPage = lazyAgain(() => fetchLaterScreens().then((screens) => screens.SettingsPage));
const FirstStepsPage = lazyAgain(() => fetchLaterScreens().then((screens) => screens.FirstStepsPage));
const TypedNotes = lazyAgain(() => fetchLaterScreens().then((screens) => screens.TypedNotes));
const FoundPeople = lazyAgain(() => fetchLaterScreens().then((screens) => screens.FoundPeople));
const WedgeAnswer = lazyAgain(() => fetchLaterScreens().then((screens) => screens.WedgeAnswer));
const PracticePage = lazyAgain(() => fetchLaterScreens().then((screens) => screens.PracticePage));
const askedForAgain = () => {};

const arrivalsRoutes = ({ sites, chooseSite }: Props, site: string, moves: boolean): ReactNode[] => [
  <Route key="new" path="/arrivals/new">
    <NewIntakePage />
  </Route>,
  <Route key="register" path="/arrivals/register/:key">
    {({ key }) => <RegisterPage key={key} site={site} groupId={`group:${key}`} />}
  </Route>,
  editPersonRoute(site),
  <Route key="practice" path="/arrivals/practice/:step?">
    {({ step }) => (
      <FetchedScreen words="later">
        <PracticePage site={site} isDone={step === "done"} back={firstStepsAddress} />
      </FetchedScreen>
    )}
  </Route>,
  <Route key="list" path="/arrivals/*?">
    <ListAndDetail
      at="/arrivals"
      list={
        <ArrivalsPage
          site={site}
          found={(query) => (
            <Suspense>
              <FoundPeople {...{ site, sites, chooseSite, query }} />
            </Suspense>
          )}
        />
      }
    >
      <Switch>
        {peopleRoutes(site, "arrivals", moves)}
        <Route>
          <NotFound home="/arrivals" />
        </Route>
      </Switch>
    </ListAndDetail>
  </Route>,
];

const NoJobs = () => {
  const t = useT();
  return (
    <Page title={t("shell.noJobs.title")}>
      <Empty title={t("shell.noJobs.text")} icon="lock" />
    </Page>
  );
};
