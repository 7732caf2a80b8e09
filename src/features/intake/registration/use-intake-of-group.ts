import { type CountKey, emptyIntake, type IntakeForm, withCount } from "../../../domain/intake/intake-form.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Id } from "../../../domain/model/field.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { Records } from "../../../live/records.ts";

/** Makes the form of a group that was only counted, to be completed; nothing for a group that is not here or has its people. */
export const useIntakeOfGroup = (site: string, groupId: Id<"group">): (() => IntakeForm | undefined) => {
  const { records, newId } = useLiveContext();
  return () => intakeOf(records, site, groupId, newId);
};

const intakeOf = (records: Records, site: string, groupId: Id<"group">, newId: (prefix: "person") => Id<"person">) => {
  const database = siteDatabase(site);
  const group = records.all(database, "group").get(groupId);
  if (!group || group.focalPersonId) return undefined;
  const { language, how } = group.noticeGiven ?? {};
  const empty: IntakeForm = {
    ...emptyIntake(groupId, group.arrivedAt),
    surname: group.label ?? "",
    phone: group.phone?.raw ?? "",
    ...(group.intent && { intent: group.intent }),
    ...(group.destCountry && { destCountry: group.destCountry }),
    ...(language && { language }),
    ...(how && { noticeHow: how }),
  };
  return Object.entries(group.counts ?? {}).reduce(
    (form, [key, count]) => withCount(form, key as CountKey, count, () => newId("person")),
    empty,
  );
};
