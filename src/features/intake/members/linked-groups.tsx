import { unlinkGroup } from "../../../domain/intake/join-groups.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import { languageOfName } from "../../../domain/names/person-name.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import { type LinkedGroup, linkedGroups } from "../../../live/intake/linked-groups.ts";
import { useLive } from "../../../live/use-live.ts";
import { useRights } from "../../../live/use-rights.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { groupHref, type PeoplePlace } from "../addresses.ts";
import { useCorrection } from "../use-correction.ts";

type LinkedGroupsProps = { readonly group: Group; readonly place: PeoplePlace };

/** Groups that belong together with this one, each with the reason. */
export const LinkedGroups = ({ group, place }: LinkedGroupsProps) => {
  const t = useT();
  const label = useCodeLabel();
  const { mayChange } = useRights();
  const database = siteDatabase(group.site);
  const linked = useLive(linkedGroups, group.site, group._id);
  const { correct } = useCorrection<never>(database);
  if (linked.length === 0) return null;
  // Of two that were joined the link is the only way from one to the other.
  const isOnlyLinked = ({ other }: LinkedGroup): boolean => !group.voided && !other.voided;
  const nameOf = (other: Group): string => other.label ?? t("intake.noSurname");
  const unlink = (other: Group) => {
    const pair = [
      [group._id, other._id],
      [other._id, group._id],
    ] as const;
    const apart = pair.map(([id, from]) => ({ id, command: (current: Group) => unlinkGroup(current, from) }));
    return correct(apart, t("correction.members.unlinked", { group: nameOf(other) }));
  };
  return (
    <Section title={t("correction.members.linkedTitle")}>
      <Stack space="tight">
        <List label={t("correction.members.linkedTitle")}>
          {linked.map(({ other, reason }) => (
            <ListRow
              key={other._id}
              test="linked-group"
              icon="people"
              href={groupHref(other._id, place)}
              title={nameOf(other)}
              lang={languageOfName(other.label)}
              detail={label("linkReason", reason)}
            />
          ))}
        </List>
        {mayChange(database, group, "linkedGroups") &&
          linked.filter(isOnlyLinked).map(({ other }) => (
            <Button key={other._id} look="quiet" icon="close" onPress={() => void unlink(other)}>
              {t("correction.members.unlink", { group: nameOf(other) })}
            </Button>
          ))}
      </Stack>
    </Section>
  );
};
