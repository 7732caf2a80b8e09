import { BoardingScreen } from "./boarding/boarding-screen.tsx";
import { UnknownTrip } from "./unknown-trip.tsx";
import { useTrip } from "./use-trip.ts";

type TripPageProps = { readonly tripId: string; readonly site: string | undefined; readonly canPlan: boolean };

/** One trip: at the bus door, and before and after it. */
export const TripPage = ({ tripId, site, canPlan }: TripPageProps) => {
  const view = useTrip(tripId, site);
  return view ? <BoardingScreen key={tripId} view={view} canPlan={canPlan} /> : <UnknownTrip />;
};
