import { deepEqual } from "../../../domain/merge/deep-equal.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { phoneText } from "../../../domain/numbers/phone-text.ts";
import { useFieldLabels } from "../../../forms/use-field-labels.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { personWithGroup } from "../../../live/intake/people-of.ts";
import { placeOfPerson } from "../../../live/roster/place-of-person.ts";
import { useLive } from "../../../live/use-live.ts";

/** One line of what is known of two people, in words. */
export type PairRow = {
  readonly label: string;
  readonly said: readonly [string, string];
  readonly differs: boolean;
};

const fields = [
  "familyName",
  "givenName",
  "patronymic",
  "familyNameLat",
  "givenNameLat",
  "otherNames",
  "sex",
  "birth",
  "childCare",
  "needFlags",
  "originAdm1",
  "originSettlement",
] as const;

/** What is known of two records, line by line; what nobody knows of either is left out. */
export const usePairRows = (site: string, [one, other]: readonly [Person, Person]): readonly PairRow[] => {
  const t = useT();
  const { label, value } = useFieldLabels(siteDatabase(site));
  const [around, otherAround] = [useAround(site, one._id), useAround(site, other._id)];
  const own = fields
    .filter((field) => one[field] !== undefined || other[field] !== undefined)
    .map((field) => ({
      label: label(field),
      said: [value("person", field, one[field]), value("person", field, other[field])] as const,
      differs: !deepEqual(one[field], other[field]),
    }));
  const beside = around.flatMap(([name, said], place) => {
    const otherSaid = otherAround[place]?.[1] ?? "";
    if (!said && !otherSaid) return [];
    const nothing = t("intake.nothing");
    return [{ label: name, said: [said || nothing, otherSaid || nothing] as const, differs: said !== otherSaid }];
  });
  return [...own, ...beside];
};

/** With whom, when and where: what tells two people of one name apart. */
const useAround = (site: string, personId: string): readonly (readonly [string, string])[] => {
  const t = useT();
  const words = usePersonLabels();
  const { and, dayAndTime } = useFormats();
  const { label } = useFieldLabels(siteDatabase(site));
  const known = useLive(personWithGroup, site, personId);
  const place = useLive(placeOfPerson, site, personId);
  const { person, group, companions = [] } = known ?? {};
  const arrived = group?.arrivedAt ?? person?.createdAt;
  return [
    [t("alike.list.with"), and(companions.map(words.name))],
    [label("phone"), group?.phone ? phoneText(group.phone) : ""],
    [label("arrivedAt"), arrived ? dayAndTime(arrived) : ""],
    [label("bedId"), (place?.isHeld && place.bed?.code) || ""],
  ];
};
