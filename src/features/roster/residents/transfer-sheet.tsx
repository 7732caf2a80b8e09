import { useState } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { siteNameIn } from "../../../domain/model/kinds/site.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useT } from "../../../i18n/use-t.ts";
import { directoryOf } from "../../../live/transport/directory-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { CheckChips } from "../../../ui/fields/choice/check-chips.tsx";
import { SelectField } from "../../../ui/fields/choice/select-field.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";

type SendOnSheetProps = {
  readonly site: string;
  readonly person: Person;
  /** Those of the family who keep no bed here any more. */
  readonly free: readonly Person[];
  readonly onSend: (people: readonly Person[], to: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** To which site records go, and whose of the family. */
export const TransferSheet = ({ site, person, free, onSend, onClose }: SendOnSheetProps) => {
  const t = useT();
  const words = usePersonLabels();
  const { language } = useLanguage();
  const { sites } = useLive(directoryOf);
  const [going, setGoing] = useState<readonly string[]>([person._id]);
  const [to, setTo] = useState<string>();
  const [hasTried, setHasTried] = useState(false);
  const submit = async () => {
    setHasTried(true);
    const people = free.filter(({ _id }) => going.includes(_id));
    if (to !== undefined && people.length > 0 && (await onSend(people, to))) onClose();
  };
  return (
    <Sheet
      open
      title={t("roster.sendOn.title")}
      onClose={onClose}
      actions={
        <Button look="primary" icon="forward" onPress={() => void submit()}>
          {t("roster.sendOn.confirm")}
        </Button>
      }
    >
      <Stack>
        <p>{t("roster.sendOn.text")}</p>
        {free.length > 1 && (
          <CheckChips
            id="send-who"
            label={t("roster.sendOn.who")}
            error={hasTried && going.length === 0 ? t("roster.give.nobody") : undefined}
            options={free.map((member) => ({
              value: member._id as string,
              label: words.name(member),
              hint: words.who(member),
            }))}
            values={going}
            onChange={setGoing}
          />
        )}
        <SelectField
          id="send-to"
          label={t("roster.sendOn.where")}
          error={hasTried && to === undefined ? t("roster.sendOn.chooseWhere") : undefined}
          options={sites
            .filter((other) => other.site !== site)
            .map((other) => ({ value: other.site, label: siteNameIn(other, language) }))}
          value={to}
          onChange={setTo}
        />
      </Stack>
    </Sheet>
  );
};
