import { isChild } from "../../../domain/intake/is-child.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { languageOfName, latinNameOf, nameOf } from "../../../domain/names/person-name.ts";
import type { PersonLabels } from "../../../forms/use-person-labels.ts";
import type { Formats } from "../../../i18n/formats.ts";
import type { useT } from "../../../i18n/use-t.ts";
import type { TableOf } from "../../../ui/display/table/columns.ts";
import { bedForAddress } from "../addresses.ts";
import { NeedBadges } from "../residents/resident-badges.tsx";
import { keyOfGroup } from "./waiting-groups.ts";

type Words = Pick<Formats, "dayAndTime"> & {
  readonly t: ReturnType<typeof useT>;
  readonly words: PersonLabels;
  readonly today: string;
};
type Family = readonly Person[];

/** Families that wait for beds, on a laptop. */
export const waitingTable = ({ t, words, dayAndTime, today }: Words): TableOf<Family> => ({
  name: "waiting",
  keyOf: keyOfGroup,
  test: "waiting",
  hrefOf: ([first]) => bedForAddress(first?._id ?? ""),
  langOf: ([first]) => first && languageOfName(nameOf(first)),
  columns: [
    {
      key: "name",
      title: t("laptop.columns.name"),
      width: "name",
      cell: ([first]) => first && words.name(first),
      order: ([first]) => first && nameOf(first),
    },
    {
      key: "latin",
      title: t("laptop.columns.latin"),
      from: "wide",
      cell: ([first]) => first && latinNameOf(first),
      order: ([first]) => first && latinNameOf(first),
    },
    {
      key: "people",
      title: t("laptop.columns.people"),
      width: "short",
      cell: (members) => members.length,
      order: (members) => members.length,
    },
    {
      key: "children",
      title: t("laptop.columns.children"),
      width: "short",
      from: "wide",
      cell: (members) => childrenIn(members, today) || "",
      order: (members) => childrenIn(members, today),
    },
    {
      key: "registered",
      title: t("laptop.columns.registered"),
      width: "when",
      from: "wide",
      cell: ([first]) => first && dayAndTime(first.createdAt),
      order: ([first]) => first?.createdAt,
    },
    {
      key: "marks",
      title: t("laptop.columns.marks"),
      width: "marks",
      cell: (members) => members.map((person) => <NeedBadges key={person._id} person={person} />),
    },
  ],
});

const childrenIn = (members: Family, today: string): number =>
  members.filter((person) => isChild(person, today)).length;
