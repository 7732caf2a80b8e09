import { useState } from "react";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { siteNameIn } from "../../../domain/model/kinds/site.ts";
import { type TransferError, transferTo } from "../../../domain/roster/transfer.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useT } from "../../../i18n/use-t.ts";
import { groupOfPerson } from "../../../live/intake/group-view.ts";
import { rosterOf } from "../../../live/roster/roster-view.ts";
import { directoryOf } from "../../../live/transport/directory-view.ts";
import { type ChangeError, useChange } from "../../../live/use-change.ts";
import { type NotSaved, notSaved } from "../../../live/use-command.ts";
import { useLive } from "../../../live/use-live.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { TransferSheet } from "./transfer-sheet.tsx";

type SendOnProps = { readonly site: string; readonly person: Person };

/** For a lead: records of people who left for another of the sites follow them. Until the server has done it, it can be taken back. */
export const TransferRecords = ({ site, person }: SendOnProps) => {
  const t = useT();
  const { language } = useLanguage();
  const { sites } = useLive(directoryOf);
  const view = useLive(rosterOf, site);
  const group = useLive(groupOfPerson, site, person._id);
  const change = useChange(siteDatabase(site), "person");
  const [isOpen, setIsOpen] = useState(false);
  const [refusal, setRefusal] = useState<TransferError | ChangeError | NotSaved>();
  const isHoused = (one: Person): boolean => view.residents.has(one._id);

  const send = async (people: readonly Person[], to: string | undefined): Promise<boolean> => {
    for (const one of people) {
      const done = await change(one._id, (current) => transferTo(current, to, isHoused(one))).catch(() => notSaved);
      setRefusal(done.ok ? undefined : done.error);
      if (!done.ok) return false;
    }
    return true;
  };
  const target = sites.find((other) => other.site === person.movesTo);
  return (
    <Stack space="tight">
      <Refusal error={refusal} />
      {person.movesTo ? (
        <Notice
          kind="info"
          title={t("roster.sendOn.going", { site: target ? siteNameIn(target, language) : person.movesTo })}
        >
          <Stack>
            <p>{t("roster.sendOn.goingText")}</p>
            <Button onPress={() => void send([person], undefined)}>{t("roster.sendOn.takeBack")}</Button>
          </Stack>
        </Notice>
      ) : (
        !isHoused(person) && (
          <Button icon="forward" onPress={() => setIsOpen(true)}>
            {t("roster.sendOn.open")}
          </Button>
        )
      )}
      {isOpen && (
        <TransferSheet
          site={site}
          person={person}
          free={group.filter((one) => !isHoused(one) && !one.movesTo)}
          onSend={send}
          onClose={() => setIsOpen(false)}
        />
      )}
    </Stack>
  );
};
