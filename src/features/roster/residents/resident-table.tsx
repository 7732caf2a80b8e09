import { ageRangeOf } from "../../../domain/dates/age.ts";
import { languageOfName, latinNameOf, nameOf } from "../../../domain/names/person-name.ts";
import type { PersonLabels } from "../../../forms/use-person-labels.ts";
import type { Formats } from "../../../i18n/formats.ts";
import type { useT } from "../../../i18n/use-t.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import type { TableOf } from "../../../ui/display/table/columns.ts";
import { residentAddress } from "../addresses.ts";
import { checkedInAt } from "./checked-in-at.ts";
import { NeedBadges, StateBadge } from "./resident-badges.tsx";

type Words = Pick<Formats, "dayAndTime"> & {
  readonly t: ReturnType<typeof useT>;
  readonly words: PersonLabels;
  readonly today: string;
  /** The code of a resident's bed, of the room where they have none. */
  readonly placeOf: (resident: Resident) => string | undefined;
};

/** Who lives in the house, on a laptop. */
export const residentTable = ({ t, words, dayAndTime, today, placeOf }: Words): TableOf<Resident> => ({
  name: "residents",
  keyOf: ({ person }) => person._id,
  test: "person",
  hrefOf: ({ person }) => residentAddress(person._id),
  langOf: ({ person }) => languageOfName(nameOf(person)),
  columns: [
    {
      key: "name",
      title: t("laptop.columns.name"),
      width: "name",
      cell: ({ person }) => words.name(person),
      order: ({ person }) => nameOf(person),
    },
    {
      key: "latin",
      title: t("laptop.columns.latin"),
      from: "wide",
      cell: ({ person }) => latinNameOf(person),
      order: ({ person }) => latinNameOf(person),
    },
    {
      key: "who",
      title: t("laptop.columns.who"),
      from: "wide",
      cell: ({ person }) => words.who(person),
      order: ({ person }) => ageRangeOf(person.birth, today)?.min,
    },
    { key: "bed", title: t("laptop.columns.bed"), width: "short", cell: placeOf, order: placeOf },
    {
      key: "since",
      title: t("laptop.columns.since"),
      width: "when",
      from: "wide",
      cell: (resident) => dayAndTime(checkedInAt(resident) ?? ""),
      order: checkedInAt,
    },
    {
      key: "marks",
      title: t("laptop.columns.marks"),
      width: "marks",
      cell: ({ person, state }) => (
        <>
          <StateBadge state={state} />
          <NeedBadges person={person} />
        </>
      ),
    },
  ],
});
