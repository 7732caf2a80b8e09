import { Route, Switch } from "wouter";
import { GiveBedPage } from "../features/roster/give-bed-page.tsx";
import { RoomPage } from "../features/roster/room-page.tsx";
import { RosterPage } from "../features/roster/roster-page.tsx";

/** The roster's screens of one site. */
export const RosterScreens = ({ site }: { readonly site: string }) => (
  <Switch>
    <Route path="/roster">
      <RosterPage site={site} />
    </Route>
    <Route path="/roster/room/:key">{({ key }) => <RoomPage site={site} roomId={`room:${key}`} />}</Route>
    <Route path="/roster/bed-for/:key">{({ key }) => <GiveBedPage site={site} personId={`person:${key}`} />}</Route>
  </Switch>
);
