import { useState } from "react";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Id } from "../../../domain/model/field.ts";
import { ok } from "../../../domain/model/result.ts";
import { type PlanField, planTrip, type TypedPlan } from "../../../domain/transport/trip-plan.ts";
import type { OpenDraft } from "../../../forms/use-draft.ts";
import { type DirectoryView, directoryOf } from "../../../live/transport/directory-view.ts";
import { useCommand } from "../../../live/use-command.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { useNavigation } from "../../../ui/page/navigation.tsx";
import { tripAddress } from "../addresses.ts";

export type Planning = ReturnType<typeof usePlan>;
type TypedTrip = Omit<TypedPlan, "driverAccounts">;

/** A trip as far as it is typed, kept on the device; its id is made when the form opens. */
export type PlanDraft = { readonly id: Id<"trip">; readonly changed: Partial<TypedTrip> };

/** A trip as it is typed; saved as a draft trip of the site. */
export const usePlan = (site: string, draft: OpenDraft<PlanDraft>) => {
  const { id, changed } = draft.values;
  const { replace } = useNavigation();
  const directory = useLive(directoryOf);
  const here = directory.sites.find((known) => known.site === site);
  const today = useToday();
  const [attempt, setAttempt] = useState(0);
  const [missing, setMissing] = useState<readonly PlanField[]>([]);
  const { act, refusal } = useCommand<never>(siteDatabase(site));

  const blank: TypedTrip = {
    from: here?.name ?? "",
    to: "",
    between: "",
    day: { day: today.slice(8), month: today.slice(5, 7), year: today.slice(0, 4) },
    time: "",
    seats: undefined,
    driverIds: [],
    phone: here?.phone ?? "",
  };
  const typed: TypedTrip = { ...blank, ...changed };
  const change = (part: Partial<TypedTrip>) => {
    draft.set((values) => ({ ...values, changed: { ...values.changed, ...part } }));
    setMissing(missing.filter((field) => !Object.hasOwn(part, field)));
  };
  const save = async () => {
    setAttempt(attempt + 1);
    const made = planTrip(id, site, { ...typed, driverAccounts: accountsOf(directory, typed.driverIds) });
    setMissing(made.ok ? [] : made.error.missing);
    if (!made.ok || !(await act(ok([made.value])))) return;
    await draft.discard();
    replace(tripAddress(id));
  };
  return { typed, change, save, attempt, missing, refusal, directory };
};

const accountsOf = ({ drivers }: DirectoryView, ids: readonly string[]): readonly string[] =>
  drivers.flatMap(({ _id, account }) => (ids.includes(_id) && account ? [account] : []));
