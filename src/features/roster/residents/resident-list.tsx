import { useContext, useMemo } from "react";
import { nameOf } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { namesInOrder } from "../../../i18n/collators.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { byId } from "../../../live/tables/by-id.ts";
import { useHeld } from "../../../live/use-held.ts";
import { useToday } from "../../../live/use-today.ts";
import { hasSettled, useSession } from "../../../session/use-session.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { TableLook } from "../../../ui/display/table/list-or-table.tsx";
import { residentTable } from "./resident-table.tsx";

/** Residents by name, on a laptop. People checked in while the list is open are counted in a button until it is pressed. */
export const ResidentList = ({ view, label }: { readonly view: RosterView; readonly label: string }) => {
  const t = useT();
  const words = usePersonLabels();
  const today = useToday();
  const { dayAndTime, number } = useFormats();
  const { shown, later, showLater } = useHeld(useByName(view), idOf, useSession(hasSettled));
  const placeOf = usePlaceOf(view);
  const Table = useContext(TableLook);
  if (shown.length === 0) return <p>{t("roster.call.nobody")}</p>;
  return (
    <>
      {later > 0 && (
        <Button look="quiet" icon="down" onPress={showLater}>
          {t("ui.later", { number: number(later) })}
        </Button>
      )}
      {Table && <Table label={label} rows={shown} table={residentTable({ t, words, dayAndTime, today, placeOf })} />}
    </>
  );
};

const idOf = ({ person }: Resident): string => person._id;

const useByName = ({ residents }: RosterView): readonly Resident[] => {
  const { language } = useLanguage();
  return useMemo(() => {
    const inOrder = namesInOrder(language);
    return [...residents.values()].sort(
      ({ person: a }, { person: b }) => inOrder(nameOf(a) ?? "", nameOf(b) ?? "") || byId(a, b),
    );
  }, [residents, language]);
};

const usePlaceOf = ({ rooms }: RosterView): ((resident: Resident) => string | undefined) => {
  const codes = useMemo(
    () =>
      new Map(
        rooms.flatMap(({ room, beds }) => [
          [room._id as string, room.code] as const,
          ...beds.map(({ bed }) => [bed._id as string, bed.code] as const),
        ]),
      ),
    [rooms],
  );
  return ({ stay }) => codes.get(stay.bedId ?? "") ?? codes.get(stay.roomId ?? "");
};
