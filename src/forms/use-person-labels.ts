import { useMemo } from "react";
import { type AgeBand, type AgeRange, ageRangeOf, lastNumberOf, wholeBand } from "../domain/dates/age.ts";
import { isChild } from "../domain/intake/is-child.ts";
import type { Line } from "../domain/model/kinds/line.ts";
import type { Person } from "../domain/model/kinds/person.ts";
import { latinNameOf, type Names, nameOf } from "../domain/names/person-name.ts";
import { useCodeLabel } from "../i18n/use-code-label.ts";
import { useT } from "../i18n/use-t.ts";
import { useToday } from "../live/use-today.ts";

export type PersonLabels = {
  /** The name as told, or that there is none yet. */
  readonly name: (names: Names) => string;
  /** The same with the name in Latin letters behind it, where it is written in others: for paper. */
  readonly bothNames: (names: Names) => string;
  /** “woman, 34 years”, as exactly as it is known. */
  readonly who: (person: Person) => string;
  /** “34 years”, “50–70 years”, “12–17 years”, as exactly as it is known. */
  readonly age: (range: AgeRange | undefined) => string;
  /** The same of a passenger, of whom only the age band is on the list. */
  readonly whoTravels: (passenger: Line["passenger"]) => string;
  /** “4 people, 2 children”. */
  readonly howMany: (people: number, children: number) => string;
};

/** How people are spoken of in a list, on every screen alike. */
export const usePersonLabels = (): PersonLabels => {
  const t = useT();
  const label = useCodeLabel();
  const today = useToday();
  return useMemo(() => {
    const kind = (sex: string | undefined, child: boolean) => t(`person.who.${whoIs(sex, child)}`);
    const yearsOf = (band: AgeBand) =>
      t("person.yearsOfBand", { band: label("ageBand", band), count: lastNumberOf(band) });
    const age = (range: AgeRange | undefined) => {
      if (!range) return t("person.ageUnknown");
      if (range.max < 1) return t("person.underOne");
      if (range.min === range.max) return t("person.years", { count: range.min });
      const band = wholeBand(range);
      return band ? yearsOf(band) : t("person.yearsBetween", { from: range.min, to: range.max, count: range.max });
    };
    return {
      name: (names) => nameOf(names) ?? t("person.unnamed"),
      bothNames: (names) => [nameOf(names) ?? t("person.unnamed"), latinNameOf(names)].filter(Boolean).join(" / "),
      age,
      who: (person) => `${kind(person.sex, isChild(person, today))}, ${age(ageRangeOf(person.birth, today))}`,
      whoTravels: ({ sex, child, ageBand = "unknown" }) =>
        ageBand === "unknown" ? kind(sex, child) : `${kind(sex, child)}, ${yearsOf(ageBand)}`,
      howMany: (people, children) =>
        [
          t("person.people", { count: people }),
          ...(children > 0 ? [t("person.children", { count: children })] : []),
        ].join(", "),
    };
  }, [t, label, today]);
};

const whoIs = (sex: string | undefined, child: boolean): "woman" | "man" | "girl" | "boy" | "child" | "adult" => {
  if (sex === "f") return child ? "girl" : "woman";
  if (sex === "m") return child ? "boy" : "man";
  return child ? "child" : "adult";
};
