import type { Id } from "../../../domain/model/field.ts";
import { useT } from "../../../i18n/use-t.ts";
import { List } from "../../../ui/display/list.tsx";
import { TripRows, useTrips } from "./trip-rows.tsx";

type GroupTripsProps = { readonly site: string; readonly groupId: Id<"group"> };

/** The trips that somebody of a group is booked on, for who plans or drives them. */
export const GroupTrips = ({ site, groupId }: GroupTripsProps) => {
  const t = useT();
  const of = { site, by: "groupId", id: groupId } as const;
  return (
    useTrips(of).length > 0 && (
      <List label={t("intake.ways")}>
        <TripRows {...of} />
      </List>
    )
  );
};
