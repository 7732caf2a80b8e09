import type { ReactNode } from "react";
import { Route } from "wouter";
import type { PeoplePlace } from "../../../features/intake/addresses.ts";
import { lazyAgain } from "../../../ui/feedback/lazy-again.ts";
import { FetchedScreen } from "../../start/fetched-screen.tsx";
import { fetchLaterScreens } from "../fetch-later-screens.ts";
import { GroupScreen } from "./group-screen.tsx";

const PersonScreen = lazyAgain(() => fetchLaterScreens().then((screens) => screens.PersonScreen));
const EditPersonPage = lazyAgain(() => fetchLaterScreens().then((screens) => screens.EditPersonPage));
const HistoryScreen = lazyAgain(() => fetchLaterScreens().then((screens) => screens.HistoryScreen));

/** The pages of people and groups, in one of the places that lead to them. `moves`: with their trips, for accounts that plan or drive them. */
export const peopleRoutes = (site: string, place: PeoplePlace, moves: boolean): readonly ReactNode[] => [
  <Route key="group" path={`/${place}/group/:key`}>
    {({ key }: Keyed) => <GroupScreen key={key} site={site} groupId={`group:${key}`} place={place} moves={moves} />}
  </Route>,
  <Route key="history" path={`/${place}/person/:key/history`}>
    {({ key }: Keyed) => (
      <FetchedScreen words="later">
        <HistoryScreen key={key} site={site} personId={`person:${key}`} place={place} />
      </FetchedScreen>
    )}
  </Route>,
  <Route key="person" path={`/${place}/person/:key`}>
    {({ key }: Keyed) => (
      <FetchedScreen words="later">
        <PersonScreen key={key} site={site} personId={`person:${key}`} place={place} moves={moves} />
      </FetchedScreen>
    )}
  </Route>,
];

/** The form of a person stands alone. */
export const editPersonRoute = (site: string): ReactNode => (
  <Route key="edit" path="/arrivals/person/:key/edit">
    {({ key }) => (
      <FetchedScreen words="later">
        <EditPersonPage key={key} site={site} personId={`person:${key}`} />
      </FetchedScreen>
    )}
  </Route>
);

type Keyed = { readonly key?: string };
