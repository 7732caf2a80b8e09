import type { ConfidentialNote } from "../../domain/model/kinds/confidential-note.ts";
import { canBeCalled, telHref } from "../../domain/numbers/tel-href.ts";
import { isChildTopic } from "../../domain/walls/note-content.ts";
import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { useT } from "../../i18n/use-t.ts";
import { useLive } from "../../live/use-live.ts";
import { phoneOfSite } from "../../live/walls/confidential-notes.ts";

/** What a note says, and the number to call about it. */
export const NoteWords = ({ id, note }: { readonly id: string | undefined; readonly note: ConfidentialNote }) => {
  const { topic, needs = [], contact, paper, text, site } = note;
  const t = useT();
  const label = useCodeLabel();
  const phone = useLive(phoneOfSite, site);
  const safe = contact?.safeToCall;
  return (
    <>
      <p id={id}>
        <strong>{[label("noteTopic", topic), ...needs.map((need) => label("healthNeed", need))].join(" · ")}</strong>
      </p>
      {contact && <p>{[contact.raw, contact.whose].filter(Boolean).join(" · ")}</p>}
      {isAnswer(safe) && <p>{t("confidential.list.mayCall", { answer: t(`confidential.safe.${safe}`) })}</p>}
      {contact && safe === "yes" && canBeCalled(contact.raw) && (
        <a href={telHref(contact.raw)}>{t("confidential.list.call", { number: contact.raw })}</a>
      )}
      {paper && <p>{[paper.type, paper.number].filter(Boolean).join(" · ")}</p>}
      {text && <p>{text}</p>}
      {isChildTopic(topic) && phone && canBeCalled(phone) && (
        <a href={telHref(phone)}>{t("confidential.list.callSite", { phone })}</a>
      )}
    </>
  );
};

const isAnswer = (said: string | undefined): said is "yes" | "no" | "unknown" =>
  said === "yes" || said === "no" || said === "unknown";
