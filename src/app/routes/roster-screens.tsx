import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { GiveBedPage } from "../../features/roster/beds/give-bed-page.tsx";
import { CheckOutOf } from "../../features/roster/residents/check-out-of.tsx";
import { ResidentActs } from "../../features/roster/residents/resident-acts.tsx";
import { RollCallPage } from "../../features/roster/roll-call/roll-call-page.tsx";
import { RoomPage } from "../../features/roster/rooms/room-page.tsx";
import { RosterPage } from "../../features/roster/roster-page.tsx";
import { ListAndDetail } from "./list-and-detail.tsx";
import { NotFound } from "./not-found.tsx";

type RosterScreensProps = {
  readonly site: string;
  /** The routes of people and groups, which are the same pages wherever one comes from. */
  readonly people: readonly ReactNode[];
  /** Shows a page once the words of what comes later are fetched. */
  readonly withLaterWords: (page: ReactNode) => ReactNode;
};

/** The roster's screens of one site. */
export const RosterScreens = ({ site, people, withLaterWords }: RosterScreensProps) => (
  <Switch>
    <Route path="/roster/roll-call">
      <RollCallPage site={site} />
    </Route>
    <Route>
      <ListAndDetail at="/roster" list={<RosterPage site={site} />}>
        <Switch>
          <Route path="/roster/room/:key">{({ key }) => <RoomPage site={site} roomId={`room:${key}`} />}</Route>
          {people}
          <Route path="/roster/bed-for/:key">
            {({ key }) => withLaterWords(<GiveBedPage site={site} personId={`person:${key}`} />)}
          </Route>
          <Route>
            <NotFound home="/roster" />
          </Route>
        </Switch>
      </ListAndDetail>
    </Route>
  </Switch>
);

/** What the page of a person fetches from here. */
export const rosterParts = { CheckOutOf, ResidentActs };
