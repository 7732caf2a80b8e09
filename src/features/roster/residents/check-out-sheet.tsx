import { useMemo, useState } from "react";
import { type CodeOf, codes } from "../../../domain/model/codes.ts";
import { hasWords } from "../../../domain/model/has-words.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { childrenLeftAlone } from "../../../domain/roster/children-alone.ts";
import { ChildrenStayField } from "../../../forms/children-stay-field.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { houseOf } from "../../../live/roster/house.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { guardsOf } from "../../../live/safeguarding/guards.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { CheckChips } from "../../../ui/fields/choice/check-chips.tsx";
import { SelectField } from "../../../ui/fields/choice/select-field.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { DepartureFields } from "./departure-fields.tsx";
import { guardedOf } from "./departures.ts";
import { useDepartures } from "./use-departures.ts";
import { useLeaving } from "./use-leaving.ts";

type CheckOutSheetProps = {
  readonly site: string;
  readonly view: RosterView;
  readonly person: Person;
  readonly group: readonly Person[];
  readonly onClose: () => void;
};

/** Who leaves, why, with whom the children go, and who looks after those who stay. */
export const CheckOutSheet = ({ site, view, person, group, onClose }: CheckOutSheetProps) => {
  const t = useT();
  const label = useCodeLabel();
  const errorText = useErrorText();
  const words = usePersonLabels();
  const today = useToday();
  const memberIds = useMemo(() => idsOf([person, ...group]), [person, group]);
  const house = useLive(houseOf, site, today, memberIds);
  const { leave, refusal } = useLeaving(site, view, house);
  const [leavingIds, setLeavingIds] = useState<readonly string[]>([person._id]);
  const [reason, setReason] = useState<CodeOf<"checkoutReason">>();
  const [care, setCare] = useState("");
  const [hasTried, setHasTried] = useState(false);

  const housed = group.filter(({ _id }) => view.residents.has(_id));
  const leaving = housed.filter(({ _id }) => leavingIds.includes(_id));
  const guards = useLive(guardsOf, site, leavingIds, today);
  const guarded = guardedOf(leaving, guards);
  const { asked, departure, hasGone, lacksAnswer } = useDepartures(guarded, idsOf(leaving), [person, ...group]);
  const alone = childrenLeftAlone(house, leavingIds);
  const submit = async () => {
    setHasTried(true);
    if (!reason || lacksAnswer || leavingIds.length === 0) return;
    const childrenStay = { named: idsOf(alone), care };
    const told = { reason, departure };
    if (await leave(leaving, "check_out", told, childrenStay)) onClose();
  };
  return (
    <Sheet
      open
      title={t("roster.out.title")}
      onClose={onClose}
      actions={
        <Button look={hasGone ? "danger" : "primary"} icon="leave" onPress={() => void submit()}>
          {t(hasGone ? "safeguarding.out.note" : "roster.out.confirm")}
        </Button>
      }
    >
      <Stack>
        {refusal?.type !== "ChildrenCareMissing" && <Refusal error={refusal} />}
        {housed.length > 1 && (
          <CheckChips
            id="out-who"
            label={t("roster.out.who")}
            error={hasTried && leavingIds.length === 0 ? t("roster.give.nobody") : undefined}
            options={housed.map((member) => ({
              value: member._id as string,
              label: words.name(member),
              hint: words.who(member),
            }))}
            values={leavingIds}
            onChange={setLeavingIds}
          />
        )}
        <SelectField
          id="out-reason"
          label={t("roster.out.reason")}
          error={hasTried && !reason ? t("roster.out.chooseReason") : undefined}
          options={codes.checkoutReason.map((value) => ({ value, label: label("checkoutReason", value) }))}
          value={reason}
          onChange={setReason}
        />
        <DepartureFields asked={asked} hasTried={hasTried} />
        <ChildrenStayField
          alone={alone}
          error={refusal?.type === "ChildrenCareMissing" && !hasWords(care) ? errorText(refusal) : undefined}
          value={care}
          onChange={setCare}
        />
      </Stack>
    </Sheet>
  );
};

const idsOf = (people: readonly Person[]) => people.map(({ _id }) => _id);
