import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { AddPassengersPage } from "../../features/transport/passengers/add-passengers-page.tsx";
import { PlanTripPage } from "../../features/transport/planning/plan-trip-page.tsx";
import { TripPage } from "../../features/transport/trip-page.tsx";
import { TripsPage } from "../../features/transport/trips-page.tsx";
import { WaysToTrips } from "../../features/transport/ways-to-trips.tsx";
import type { TripOfPeople } from "../../live/transport/trips-of-people.ts";
import { WithWords } from "../start/with-words.tsx";
import { ListAndDetail } from "./list-and-detail.tsx";
import { NotFound } from "./not-found.tsx";

/** The transport's screens: of a site for who plans, of one's own trips for a driver. */
export const TransportScreens = ({ site }: { readonly site: string | undefined }) => (
  <WithWords part="transport">
    <Switch>
      {site && (
        <Route path="/transport/plan">
          <PlanTripPage site={site} />
        </Route>
      )}
      <Route>
        <ListAndDetail at="/transport" list={<TripsPage site={site} />}>
          <Switch>
            <Route path="/transport/:key/add">
              {({ key }) => <AddPassengersPage site={site} tripId={`trip:${key}`} />}
            </Route>
            <Route path="/transport/:key">{({ key }) => <TripPage site={site} tripId={`trip:${key}`} />}</Route>
            <Route>
              <NotFound home="/transport" />
            </Route>
          </Switch>
        </ListAndDetail>
      </Route>
    </Switch>
  </WithWords>
);

type TripRowsProps = { readonly trips: readonly TripOfPeople[]; readonly meanwhile: ReactNode };

/** What the transport adds to the page of a person or a group. */
export const TripRows = ({ trips, meanwhile }: TripRowsProps) => (
  <WithWords part="transport" meanwhile={meanwhile}>
    <WaysToTrips trips={trips} />
  </WithWords>
);
