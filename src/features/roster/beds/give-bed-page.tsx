import { useState } from "react";
import { bedWarnings } from "../../../domain/roster/bed-warnings.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { useHasTables } from "../../../ui/display/table/list-or-table.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { MissingPage } from "../../../ui/page/missing-page.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { useUnsavedChoice } from "../../../ui/panes/unsaved-choice.ts";
import { residentAddress } from "../addresses.ts";
import { BedsGiven } from "./beds-given.tsx";
import { LostBedsNotice } from "./lost-beds-notice.tsx";
import { OtherRooms } from "./other-rooms.tsx";
import { ProposedBeds } from "./proposed-beds.tsx";
import { useBedChoice } from "./use-bed-choice.ts";
import { useSaveBeds } from "./use-save-beds.ts";
import { WatchOver } from "./watch-over.tsx";
import { WhoGetsBeds } from "./who-gets-beds.tsx";

type GiveBedPageProps = { readonly site: string; readonly personId: string };

/** Beds for a family, or another bed for somebody who has one. */
export const GiveBedPage = (props: GiveBedPageProps) => <GiveBed key={props.personId} {...props} />;

const GiveBed = ({ site, personId }: GiveBedPageProps) => {
  const t = useT();
  const words = usePersonLabels();
  const isBesideList = useHasTables();
  const choice = useBedChoice(site, personId);
  const { save, saved, refusal, watch, setWatch } = useSaveBeds(site, choice);
  const [isNobody, setIsNobody] = useState(false);
  useUnsavedChoice((choice.isChanged || watch !== "") && saved === undefined);
  const meant = choice.chosenIds.length > 0 ? choice.chosenIds : [personId];
  const moves = meant.every((id) => choice.view.residents.has(id));
  if (choice.group.length === 0)
    return (
      <MissingPage
        title={t("roster.person.unknown")}
        text={t("roster.person.unknownText")}
        icon="person"
        back="/roster"
      />
    );
  // If the act was taken back since, the beds are to be given again.
  const isHeld = saved?.some(({ sleeper }) => choice.view.residents.has(sleeper.personId));
  if (saved && isHeld) return <BedsGiven site={site} placements={saved} people={choice.group} />;

  const count = choice.beds.placements.length;
  const isFull = choice.rooms.every(({ free }) => free.length === 0);
  const press = () => {
    setIsNobody(count === 0);
    if (count > 0) void save();
  };
  const chosen = choice.group.filter(({ _id }) => choice.chosenIds.includes(_id));
  const isWatchMissing = refusal?.type === "WordsMissing";
  const label = moves && count <= 1 ? t("roster.give.confirmMove") : t("roster.give.confirm", { count });
  return (
    <Page
      title={moves ? t("roster.give.titleMove") : t("roster.give.title")}
      // Beside a list of other people the button says for whom it is.
      lede={isBesideList && chosen.map(words.name).join(", ")}
      back={moves ? residentAddress(personId) : "/roster"}
      action={
        !isFull && (
          <Button look="primary" icon="bed" onPress={press}>
            {label}
          </Button>
        )
      }
    >
      {!isWatchMissing && <Refusal error={refusal} />}
      {isNobody && count === 0 && <Notice kind="warning">{t("roster.give.nobody")}</Notice>}
      <LostBedsNotice choice={choice} />
      <WhoGetsBeds choice={choice} moves={moves} />
      {isFull ? (
        <Empty icon="bed" title={t("roster.give.full")}>
          {t("roster.give.fullText")}
        </Empty>
      ) : (
        <>
          <ProposedBeds choice={choice} />
          <WatchOver
            choice={choice}
            warnings={bedWarnings(choice.beds.placements)}
            words={watch}
            isMissing={isWatchMissing}
            onWords={setWatch}
          />
          <OtherRooms choice={choice} />
        </>
      )}
    </Page>
  );
};
