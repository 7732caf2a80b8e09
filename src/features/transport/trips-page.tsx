import { useState } from "react";
import { isTripOver } from "../../domain/transport/trip-state.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import type { TripView } from "../../live/transport/trips-view.ts";
import { useAttribution } from "../../live/use-change.ts";
import { useLookAgain } from "../../live/use-look-again.ts";
import { Button } from "../../ui/actions/button.tsx";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { List } from "../../ui/display/list.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Section } from "../../ui/page/section.tsx";
import { planTripAddress } from "./addresses.ts";
import { TripRow } from "./trip-row.tsx";
import { useMayPlan } from "./use-may-plan.ts";
import { useTrips } from "./use-trip.ts";

/** The trips of this account: a driver sees the own ones, a lead those of the site. */
export const TripsPage = ({ site }: { readonly site: string | undefined }) => {
  const t = useT();
  const now = useAttribution()().at;
  const trips = useTrips(site);
  const canPlan = useMayPlan(site);
  useLookAgain(trips.length === 0 && !canPlan);
  const coming = trips.filter(({ trip, scans }) => !isTripOver(trip, scans, now));
  const past = trips.filter((view) => !coming.includes(view)).reverse();
  return (
    <Page
      title={t("transport.title")}
      action={
        canPlan && (
          <LinkButton href={planTripAddress} look="primary" icon="plus">
            {t("transport.plan.open")}
          </LinkButton>
        )
      }
    >
      {trips.length === 0 && (
        <Empty icon="bus" title={t("transport.none")}>
          {canPlan ? t("transport.nonePlan") : t("transport.noneDriver")}
        </Empty>
      )}
      {trips.length > 0 && (
        <Section title={t("transport.coming")}>
          {coming.length === 0 && <p>{t("transport.noneComing")}</p>}
          {coming.length > 0 && (
            <List label={t("transport.coming")}>
              {coming.map((view) => (
                <TripRow key={view.trip._id} view={view} />
              ))}
            </List>
          )}
        </Section>
      )}
      {past.length > 0 && <PastTrips trips={past} />}
    </Page>
  );
};

const PastTrips = ({ trips }: { readonly trips: readonly TripView[] }) => {
  const t = useT();
  const { number } = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button icon="down" onPress={() => setIsOpen(true)}>
        {t("transport.showPast", { number: number(trips.length) })}
      </Button>
    );
  }
  const title = t("transport.past", { number: number(trips.length) });
  return (
    <Section title={title}>
      <List label={title}>
        {trips.map((view) => (
          <TripRow key={view.trip._id} view={view} />
        ))}
      </List>
    </Section>
  );
};
