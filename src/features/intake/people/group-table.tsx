import type { Group } from "../../../domain/model/kinds/group.ts";
import { languageOfName } from "../../../domain/names/person-name.ts";
import type { Formats } from "../../../i18n/formats.ts";
import type { useT } from "../../../i18n/use-t.ts";
import type { TableOf } from "../../../ui/display/table/columns.ts";
import { groupHref } from "../addresses.ts";
import { GroupBadges } from "./group-badges.tsx";
import { childrenOf, headsOf } from "./group-counts.ts";

type Words = Pick<Formats, "dayAndTime"> & { readonly site: string; readonly t: ReturnType<typeof useT> };

/** The groups of a site on a laptop. */
export const groupTable = ({ site, t, dayAndTime }: Words): TableOf<Group> => ({
  name: "arrivals",
  keyOf: ({ _id }) => _id,
  test: "arrival",
  hrefOf: ({ _id }) => groupHref(_id),
  langOf: ({ label }) => languageOfName(label),
  columns: [
    {
      key: "family",
      title: t("laptop.columns.family"),
      width: "name",
      cell: ({ label }) => label ?? t("intake.noSurname"),
      order: ({ label }) => label,
    },
    { key: "people", title: t("laptop.columns.people"), width: "short", cell: headsOf, order: headsOf },
    {
      key: "children",
      title: t("laptop.columns.children"),
      width: "short",
      from: "wide",
      cell: (group) => childrenOf(group) || "",
      order: childrenOf,
    },
    {
      key: "arrived",
      title: t("laptop.columns.arrived"),
      width: "when",
      from: "narrow",
      cell: ({ arrivedAt }) => dayAndTime(arrivedAt),
      order: ({ arrivedAt }) => arrivedAt,
    },
    {
      key: "by",
      title: t("intake.registeredBy"),
      from: "wide",
      cell: ({ createdBy }) => createdBy,
      order: ({ createdBy }) => createdBy,
    },
    {
      key: "marks",
      title: t("laptop.columns.marks"),
      width: "marks",
      cell: (group) => <GroupBadges site={site} group={group} />,
    },
  ],
});
