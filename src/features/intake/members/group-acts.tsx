import { useState } from "react";
import { siteDatabase } from "../../../domain/model/databases.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useRights } from "../../../live/use-rights.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import type { PeoplePlace } from "../addresses.ts";
import { AddPersonSheet } from "./add-person-sheet.tsx";
import type { Party } from "./group-corrections.ts";
import { JoinSheet } from "./join-sheet.tsx";
import { LinkSheet } from "./link-sheet.tsx";

type GroupActsProps = Party & { readonly place: PeoplePlace };

/** Who belongs to a group: one more, all of another, or another that stays apart. */
export const GroupActs = ({ group, members, place }: GroupActsProps) => {
  const t = useT();
  const database = siteDatabase(group.site);
  const { mayBegin, mayChange } = useRights();
  const [open, setOpen] = useState<"add" | "join" | "link">();
  const close = () => setOpen(undefined);
  const isOpenTo = mayBegin({ database, site: group.site }, "person") && mayChange(database, group, "counts");
  // A join moves everybody away while its sheet still has to close.
  if ((members.length === 0 && !open) || !isOpenTo) return null;
  return (
    <Stack space="tight">
      <Button icon="plus" onPress={() => setOpen("add")}>
        {t("correction.members.add")}
      </Button>
      <List label={t("correction.members.title")}>
        <ListRow icon="people" title={t("correction.members.joinOpen")} onPress={() => setOpen("join")} />
        <ListRow icon="people" title={t("correction.members.linkOpen")} onPress={() => setOpen("link")} />
      </List>
      {open === "add" && <AddPersonSheet group={group} members={members} onClose={close} />}
      {open === "join" && <JoinSheet group={group} members={members} place={place} onClose={close} />}
      {open === "link" && <LinkSheet group={group} onClose={close} />}
    </Stack>
  );
};
