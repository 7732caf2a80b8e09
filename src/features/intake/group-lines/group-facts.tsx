import { type FunctionComponent, useState } from "react";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { isMadeByNewerApp } from "../../../live/attention/unsent-view.ts";
import { useRights } from "../../../live/use-rights.ts";
import { Facts } from "../../../ui/display/facts.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { CountsLine } from "./counts-line.tsx";
import type { LineProps } from "./line-props.ts";
import { NoticeLine } from "./notice-line.tsx";
import { OnwardLine } from "./onward-line.tsx";
import { PetsLine } from "./pets-line.tsx";
import { PhoneLine } from "./phone-line.tsx";
import { SurnameLine } from "./surname-line.tsx";
import { TogetherLine } from "./together-line.tsx";
import { type GroupFact, useGroupValues } from "./use-group-values.ts";

type GroupFactsProps = { readonly group: Group; readonly people: readonly Person[] };

/** What holds for the whole group, each line changed where it stands; an empty one is filled there. */
export const GroupFacts = ({ group, people }: GroupFactsProps) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const { mayChange } = useRights();
  const values = useGroupValues(group);
  const [open, setOpen] = useState<GroupFact>();
  const database = siteDatabase(group.site);
  const isFixed = isMadeByNewerApp(group);
  const facts = values.map((fact) => ({
    label: fact.title,
    value: fact.value ?? t("correction.line.none"),
    change:
      !isFixed && mayChange(database, group, fact.field)
        ? {
            onPress: () => setOpen(fact),
            word: t(fact.value === undefined ? "correction.line.add" : "intake.edit"),
          }
        : undefined,
  }));
  const Line = open && lines[open.line];
  return (
    <Section title={t("intake.group")} beside={<DeliveryMark database={database} id={group._id} />}>
      <Facts
        facts={[
          { label: t("intake.arrived"), value: dayAndTime(group.arrivedAt) },
          ...facts,
          { label: t("intake.registeredBy"), value: group.createdBy },
        ]}
      />
      {Line && <Line group={group} people={people} title={open.title} onClose={() => setOpen(undefined)} />}
    </Section>
  );
};

const lines: Readonly<Record<GroupFact["line"], FunctionComponent<LineProps>>> = {
  label: SurnameLine,
  counts: CountsLine,
  phone: PhoneLine,
  onward: OnwardLine,
  keepTogether: TogetherLine,
  pets: PetsLine,
  notice: NoticeLine,
};
