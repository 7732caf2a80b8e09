import { useT } from "../../../i18n/use-t.ts";
import type { PersonPlace } from "../../../live/roster/place-of-person.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";

type StillInBedProps = {
  readonly name: string;
  readonly place: PersonPlace | undefined;
  readonly onCheckOut: () => void;
  readonly onClose: () => void;
};

/** Stands in the place of the form while a bed is kept for the person: no occupied bed is hidden. */
export const StillInBed = ({ name, place, onCheckOut, onClose }: StillInBedProps) => {
  const t = useT();
  const bed = place?.bed && t("person.bed.name", { code: place.bed.code });
  const room = place?.room && t("roster.room.name", { code: place.room.code });
  const where = [bed ?? t("person.bed.none"), room].filter(Boolean).join(", ");
  return (
    <Sheet
      open
      title={t("correction.withdraw.title", { name })}
      onClose={onClose}
      actions={
        <Button look="primary" wide icon="leave" onPress={onCheckOut}>
          {t("roster.act.checkOut")}
        </Button>
      }
    >
      <Notice kind="warning" title={t("correction.withdraw.inBed", { name, where })}>
        {t("correction.withdraw.inBedText")}
      </Notice>
    </Sheet>
  );
};
