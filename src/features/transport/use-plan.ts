import { useState } from "react";
import { siteDatabase } from "../../domain/databases.ts";
import { ok } from "../../domain/result.ts";
import { type PlanField, planTrip, type TypedPlan } from "../../domain/trip-plan.ts";
import { type DirectoryView, directoryKinds, directoryOf } from "../../live/directory-view.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { useAct } from "../../live/use-act.ts";
import { useLive } from "../../live/use-live.ts";
import { useToday } from "../../live/use-today.ts";
import { useNavigation } from "../../ui/navigation.tsx";
import { tripAddress } from "./addresses.ts";

export type Planning = ReturnType<typeof usePlan>;
type TypedTrip = Omit<TypedPlan, "driverAccounts">;

/** A trip as it is typed; saved as a draft under an id that was made when the form opened. */
export const usePlan = (site: string) => {
  const { newId } = useLiveContext();
  const { follow } = useNavigation();
  const directory = useLive(directoryKinds, directoryOf);
  const here = directory.sites.find((known) => known.site === site);
  const today = useToday();
  const [id] = useState(() => newId("trip"));
  const [changed, setChanged] = useState<Partial<TypedTrip>>({});
  const [attempt, setAttempt] = useState(0);
  const [missing, setMissing] = useState<readonly PlanField[]>([]);
  const { act, refusal } = useAct<never>(siteDatabase(site));

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
    setChanged({ ...changed, ...part });
    setMissing(missing.filter((field) => !Object.hasOwn(part, field)));
  };
  const save = async () => {
    setAttempt(attempt + 1);
    const made = planTrip(id, site, { ...typed, driverAccounts: accountsOf(directory, typed.driverIds) });
    setMissing(made.ok ? [] : made.error.missing);
    if (made.ok && (await act(ok([made.value])))) follow(tripAddress(id));
  };
  return { typed, change, save, attempt, missing, refusal, directory };
};

const accountsOf = ({ drivers }: DirectoryView, ids: readonly string[]): readonly string[] =>
  drivers.flatMap(({ _id, account }) => (ids.includes(_id) && account ? [account] : []));
