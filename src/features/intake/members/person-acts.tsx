import { useState } from "react";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { DocumentNamesSheet } from "../people/document-names-sheet.tsx";
import { MoveSheet } from "./move-sheet.tsx";
import { OwnGroupSheet } from "./own-group-sheet.tsx";

type PersonActsProps = {
  readonly person: Person;
  readonly group: Group | undefined;
  readonly members: readonly Person[];
};

/** What is done about a record seldom: names from a document; to which group the person belongs. */
export const PersonActs = ({ person, group, members }: PersonActsProps) => {
  const t = useT();
  const [open, setOpen] = useState<"document" | "move" | "own">();
  const close = () => setOpen(undefined);
  return (
    <>
      <Button look="quiet" icon="check" onPress={() => setOpen("document")}>
        {t("correction.person.documentOpen")}
      </Button>
      <Button look="quiet" icon="people" onPress={() => setOpen("move")}>
        {t("correction.members.moveOpen")}
      </Button>
      {group && members.length > 1 && (
        <Button look="quiet" icon="person" onPress={() => setOpen("own")}>
          {t("correction.members.ownOpen")}
        </Button>
      )}
      {open === "document" && (
        <DocumentNamesSheet person={person} isInformed={group?.noticeGiven !== undefined} onClose={close} />
      )}
      {open === "move" && <MoveSheet person={person} group={group} members={members} onClose={close} />}
      {open === "own" && group && <OwnGroupSheet person={person} group={group} members={members} onClose={close} />}
    </>
  );
};
