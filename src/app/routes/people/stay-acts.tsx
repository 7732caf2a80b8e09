import { siteDatabase } from "../../../domain/model/databases.ts";
import { nextEvents } from "../../../domain/roster/next-events.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { useT } from "../../../i18n/use-t.ts";
import type { PersonPlace } from "../../../live/roster/place-of-person.ts";
import { ButtonPlaces } from "../../../ui/actions/button-places.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { LatePart } from "./late-part.tsx";
import { ResidentActs } from "./late-parts.ts";

type StayActsProps = { readonly site: string; readonly personId: string; readonly stay: PersonPlace | undefined };

/** What can be noted about somebody's stay. How many buttons that makes is known at once, and so is their place. */
export const StayActs = ({ site, personId, stay }: StayActsProps) => {
  const t = useT();
  return (
    <Section
      title={t("roster.act.title")}
      beside={stay && <DeliveryMark database={siteDatabase(site)} id={stay.stay._id} />}
    >
      <LatePart
        place={
          <Stack space="tight">
            {stay?.isHeld ? (
              <ButtonPlaces count={nextEvents(stay.state).length + otherActs} />
            ) : (
              <ButtonPlaces count={1} look="primary" />
            )}
          </Stack>
        }
      >
        <ResidentActs site={site} personId={personId} />
      </LatePart>
    </Section>
  );
};

/** Besides what follows from the state: another bed, and checking out. */
const otherActs = 2;
