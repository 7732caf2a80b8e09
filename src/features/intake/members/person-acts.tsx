import { type ReactNode, useState } from "react";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useT } from "../../../i18n/use-t.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { DocumentNamesSheet } from "../people/document-names-sheet.tsx";
import { MoveSheet } from "./move-sheet.tsx";
import { OwnGroupSheet } from "./own-group-sheet.tsx";

type PersonActsProps = {
  readonly person: Person;
  readonly group: Group | undefined;
  readonly members: readonly Person[];
  /** Takes the registration back. */
  readonly withdrawing: (onClose: () => void) => ReactNode;
};

/** What is done about a record seldom: names from a document; to which group the person belongs. */
export const PersonActs = ({ person, group, members, withdrawing }: PersonActsProps) => {
  const t = useT();
  const [open, setOpen] = useState<"document" | "move" | "own" | "withdraw">();
  const close = () => setOpen(undefined);
  return (
    <>
      <Section title={t("correction.person.title")}>
        <List label={t("correction.person.title")}>
          <ListRow icon="check" title={t("correction.person.documentOpen")} onPress={() => setOpen("document")} />
          <ListRow icon="people" title={t("correction.members.moveOpen")} onPress={() => setOpen("move")} />
          {group && members.length > 1 && (
            <ListRow icon="person" title={t("correction.members.ownOpen")} onPress={() => setOpen("own")} />
          )}
          <ListRow icon="close" title={t("correction.withdraw.open")} onPress={() => setOpen("withdraw")} />
        </List>
      </Section>
      {open === "document" && (
        <DocumentNamesSheet person={person} isInformed={group?.noticeGiven !== undefined} onClose={close} />
      )}
      {open === "withdraw" && withdrawing(close)}
      {open === "move" && <MoveSheet person={person} group={group} members={members} onClose={close} />}
      {open === "own" && group && <OwnGroupSheet person={person} group={group} members={members} onClose={close} />}
    </>
  );
};
