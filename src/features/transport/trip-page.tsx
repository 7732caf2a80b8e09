import { BoardingScreen } from "./boarding/boarding-screen.tsx";
import { UnknownTrip } from "./unknown-trip.tsx";
import { useMayChangeTrip } from "./use-may-plan.ts";
import { useTrip } from "./use-trip.ts";

type TripPageProps = { readonly tripId: string; readonly site: string | undefined };

/** One trip: at the bus door, and before and after it. */
export const TripPage = ({ tripId, site }: TripPageProps) => {
  const view = useTrip(tripId, site);
  const mayChange = useMayChangeTrip();
  return view ? <BoardingScreen key={tripId} view={view} canPlan={mayChange(view.trip)} /> : <UnknownTrip />;
};
