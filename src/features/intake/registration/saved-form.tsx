import { useEffect } from "react";
import { type IntakeForm, renewedForm } from "../../../domain/intake/intake-form.ts";
import { isSavedAs } from "../../../domain/intake/is-saved-as.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Id } from "../../../domain/model/field.ts";
import { useDrafts } from "../../../forms/drafts-context.tsx";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { Records } from "../../../live/records.ts";
import { Loading } from "../../../ui/feedback/loading.tsx";
import { useNavigation } from "../../../ui/page/navigation.tsx";
import { groupHref, registerHref } from "../addresses.ts";

/** True for a group that is saved with its people, or was and went: its form is done with. */
export const isRegistered = (records: Records, site: string, groupId: Id<"group">): boolean => {
  const group = records.all(siteDatabase(site), "group").get(groupId);
  return group !== undefined && (group.focalPersonId !== undefined || "erased" in group);
};

/** Goes on with what was typed under an id that a saved group has, as a group of its own. */
export const useStartAnew = () => {
  const drafts = useDrafts();
  const { newId, author } = useLiveContext();
  const { replace } = useNavigation();
  return async (form: IntakeForm): Promise<void> => {
    const renewed = renewedForm(form, newId);
    await drafts.write({ id: draftIdOf(renewed), form: "intake", savedAt: author().at, values: renewed });
    await drafts.remove(draftIdOf(form));
    replace(registerHref(renewed.groupId));
  };
};

/** The address of a form whose group is saved: shows the group, and loses nothing that was typed there since. */
export const SavedForm = ({ site, groupId }: { readonly site: string; readonly groupId: Id<"group"> }) => {
  const t = useT();
  const drafts = useDrafts();
  const { records } = useLiveContext();
  const { replace } = useNavigation();
  const startAnew = useStartAnew();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form
  useEffect(() => {
    const stored = (id: string) =>
      records.all(siteDatabase(site), "group").get(id) ?? records.all(siteDatabase(site), "person").get(id);
    const leave = async () => {
      const form = (await drafts.read(`intake:${groupId}`))?.values as IntakeForm | undefined;
      // People of the form that are saved are this very family, which another volunteer may have corrected since: never a second family.
      if (form && !form.people.some(({ id }) => stored(id))) return startAnew(form);
      if (form && isSavedAs(form, stored, site)) await drafts.remove(draftIdOf(form));
      replace(groupHref(groupId));
    };
    void leave().catch(() => replace(groupHref(groupId)));
  }, [site, groupId]);

  return <Loading label={t("app.opening")} mayHang />;
};

const draftIdOf = ({ groupId }: IntakeForm): string => `intake:${groupId}`;
