import { type OpenDraft, useDraft } from "../../../forms/use-draft.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { Button } from "../../../ui/actions/button.tsx";
import { Loading } from "../../../ui/feedback/loading.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { ErrorSummary } from "../../../ui/fields/error-summary.tsx";
import { Stepper } from "../../../ui/fields/stepper.tsx";
import { DateField } from "../../../ui/fields/text/date-field.tsx";
import { TextArea } from "../../../ui/fields/text/text-area.tsx";
import { TextField } from "../../../ui/fields/text/text-field.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { UnknownTrip } from "../unknown-trip.tsx";
import { useMayPlan } from "../use-may-plan.ts";
import { DriverChoice } from "./driver-choice.tsx";
import { type PlanDraft, type Planning, usePlan } from "./use-plan.ts";
import { VehicleChoice } from "./vehicle-choice.tsx";

/** A new trip from this site, for who may plan there. */
export const PlanTripPage = ({ site }: { readonly site: string }) =>
  useMayPlan(site) ? <NewTrip site={site} /> : <UnknownTrip />;

/** Where, when, with what, with whom. */
const NewTrip = ({ site }: { readonly site: string }) => {
  const t = useT();
  const { newId } = useLiveContext();
  const draft = useDraft<PlanDraft>(`plan-trip:${site}`, "plan-trip", () => ({ id: newId("trip"), changed: {} }));
  return draft.state === "open" ? <PlanTrip site={site} draft={draft} /> : <Loading label={t("app.opening")} mayHang />;
};

const PlanTrip = ({ site, draft }: { readonly site: string; readonly draft: OpenDraft<PlanDraft> }) => {
  const t = useT();
  const planning = usePlan(site, draft);
  const { attempt, missing, refusal } = planning;
  const errors = missing.map((field) => ({ fieldId: `plan-${field}`, text: t(`transport.plan.missing.${field}`) }));
  return (
    <Page
      title={t("transport.plan.title")}
      back="/transport"
      action={
        <Button look="primary" icon="check" onPress={() => void planning.save()}>
          {t("transport.plan.save")}
        </Button>
      }
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      <Refusal error={refusal} />
      <RouteFields planning={planning} />
      <VehicleChoice planning={planning} />
      <SeatFields planning={planning} />
      <DriverChoice planning={planning} />
    </Page>
  );
};

const RouteFields = ({ planning: { typed, change, missing } }: { readonly planning: Planning }) => {
  const t = useT();
  const error = (field: (typeof missing)[number]) =>
    missing.includes(field) ? t(`transport.plan.missing.${field}`) : undefined;
  return (
    <>
      <TextField
        id="plan-from"
        label={t("transport.plan.from")}
        error={error("from")}
        maxLength={80}
        value={typed.from}
        onChange={(from) => change({ from })}
      />
      <TextField
        id="plan-to"
        label={t("transport.plan.to")}
        hint={t("transport.plan.toHint")}
        error={error("to")}
        maxLength={80}
        value={typed.to}
        onChange={(to) => change({ to })}
      />
      <TextArea
        id="plan-between"
        label={t("transport.plan.between")}
        hint={t("transport.plan.betweenHint")}
        optional
        rows={2}
        value={typed.between}
        onChange={(between) => change({ between })}
      />
      <DateField
        id="plan-day"
        label={t("transport.plan.day")}
        error={error("day")}
        value={typed.day}
        onChange={(day) => change({ day })}
      />
      <TextField
        id="plan-time"
        label={t("transport.plan.time")}
        hint={t("transport.plan.timeHint")}
        error={error("time")}
        entry="digits"
        inputMode="text"
        width="short"
        value={typed.time}
        onChange={(time) => change({ time })}
      />
    </>
  );
};

const SeatFields = ({ planning: { typed, change, missing } }: { readonly planning: Planning }) => {
  const t = useT();
  return (
    <>
      <Stepper
        id="plan-seats"
        label={t("transport.plan.seats")}
        error={missing.includes("seats") ? t("transport.plan.missing.seats") : undefined}
        max={120}
        value={typed.seats}
        onChange={(seats) => change({ seats })}
      />
      <TextField
        id="plan-phone"
        label={t("transport.plan.phone")}
        hint={t("transport.plan.phoneHint")}
        optional
        entry="phone"
        maxLength={40}
        value={typed.phone}
        onChange={(phone) => change({ phone })}
      />
    </>
  );
};
