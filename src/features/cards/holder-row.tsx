import "./holder-row.css";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { latinNameOf } from "../../domain/names/person-name.ts";
import { usePersonFacts } from "../../forms/use-person-facts.ts";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useSiteName } from "../../forms/use-site-name.ts";
import { useT } from "../../i18n/use-t.ts";
import { type HeldNumber, mayNotLeave } from "../../live/cards/card-holders.ts";
import { groupWithPeople } from "../../live/intake/group-view.ts";
import { useLive } from "../../live/use-live.ts";
import { useToday } from "../../live/use-today.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice, type NoticeKind } from "../../ui/feedback/notice.tsx";
import { useHolderName } from "./use-holder-name.ts";

type HolderRowProps = { readonly held: HeldNumber; readonly here: string; readonly onOpen: () => void };

/** One record that has the number: the name large, what tells them from others, and what is to be known before anything else. */
export const HolderRow = (props: HolderRowProps) =>
  props.held.holder.kind === "person" ? (
    <PersonRow {...props} person={props.held.holder} />
  ) : (
    <GroupRow {...props} group={props.held.holder} />
  );

const PersonRow = ({ held, here, onOpen, person }: HolderRowProps & { readonly person: Person }) => {
  const t = useT();
  const facts = usePersonFacts(held.site, person._id);
  const today = useToday();
  const isStopped = useLive(mayNotLeave, person, today);
  const notes = [held.isGone && t("cards.answer.gone"), isStopped && t("cards.answer.childStop")];
  return (
    <Answer
      {...{ held, here, onOpen }}
      lines={[facts?.facts, latinNameOf(person), ...notes.filter((note) => note !== false && note !== undefined)]}
      isStopped={notes.some(Boolean)}
      question={t("cards.answer.compare")}
    />
  );
};

const GroupRow = ({ held, here, onOpen, group }: HolderRowProps & { readonly group: Group }) => {
  const t = useT();
  const words = usePersonLabels();
  const { people } = useLive(groupWithPeople, held.site, group._id);
  const counted = Object.values(group.counts ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <Answer
      {...{ held, here, onOpen }}
      lines={[words.howMany(people.length || counted, 0), held.isGone && t("cards.answer.gone")]}
      isStopped={held.isGone}
      question={t("cards.answer.compareGroup")}
    />
  );
};

type AnswerProps = HolderRowProps & {
  readonly lines: readonly (string | false | undefined)[];
  readonly isStopped: boolean;
  readonly question: string;
};

const Answer = ({ held, here, onOpen, lines, isStopped, question }: AnswerProps) => {
  const t = useT();
  const name = useHolderName()(held.holder);
  const siteName = useSiteName(held.site);
  const kind: NoticeKind = held.isLost || isStopped ? "danger" : "success";
  const shown = [
    ...lines,
    held.isMerged && t("cards.answer.merged", { name }),
    held.site !== here && t("cards.answer.site", { site: siteName ?? held.site }),
  ];
  return (
    <Notice
      kind={kind}
      action={
        <Button icon="forward" onPress={onOpen}>
          {held.holder.kind === "person" ? t("cards.answer.open") : t("cards.answer.openGroup")}
        </Button>
      }
    >
      <p className="p-card-name">{name}</p>
      {shown.map((line) => typeof line === "string" && line !== "" && <p key={line}>{line}</p>)}
      <p>{question}</p>
    </Notice>
  );
};
