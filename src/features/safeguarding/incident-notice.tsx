import { useState } from "react";
import { notedBy } from "../../domain/attention/noted-by.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { type Incident, type TakeIncidentError, takeIncident } from "../../domain/safeguarding/incidents.ts";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useErrorText } from "../../i18n/use-error-text.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { useAttribution } from "../../live/use-change.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { TextArea } from "../../ui/fields/text/text-area.tsx";
import { Sheet } from "../../ui/overlays/sheet.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { useProtect } from "./use-protect.ts";

type IncidentNoticeProps = { readonly child: Person; readonly incident: Incident };

/** Red until somebody other than who noted it takes charge, by name and with what is done. */
export const IncidentNotice = ({ child, incident }: IncidentNoticeProps) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const { by } = useAttribution()();
  const [isOpen, setOpen] = useState(false);
  const name = usePersonLabels().name(child);
  const { what, notFor, noted, note, takenBackBy, taken } = incident;
  const title = t(`safeguarding.incident.${what}`, { name });
  const [latest] = taken;
  const isOwn = notFor.includes(by);
  return (
    <>
      <Notice
        kind={latest ? "warning" : "danger"}
        title={title}
        action={
          !latest &&
          !isOwn && (
            <Button look="danger" wide onPress={() => setOpen(true)}>
              {t("safeguarding.incident.take")}
            </Button>
          )
        }
      >
        {note && <p>{note}</p>}
        {noted && <p>{t("safeguarding.incident.noted", { who: notedBy(noted), when: dayAndTime(noted.at) })}</p>}
        {takenBackBy && <p>{t("safeguarding.incident.takenBack", { who: takenBackBy })}</p>}
        {latest && (
          <p>
            {t("safeguarding.incident.taken", {
              who: notedBy(latest),
              when: dayAndTime(latest.at),
              note: latest.note ?? "",
            })}
          </p>
        )}
        {!latest && isOwn && <p>{t("safeguarding.incident.byOther")}</p>}
      </Notice>
      {isOpen && <TakeSheet child={child} incident={incident} title={title} onClose={() => setOpen(false)} />}
    </>
  );
};

type TakeSheetProps = IncidentNoticeProps & { readonly title: string; readonly onClose: () => void };

const TakeSheet = ({ child, incident, title, onClose }: TakeSheetProps) => {
  const t = useT();
  const errorText = useErrorText();
  const { note: save, refusal } = useProtect<TakeIncidentError>(child.site);
  const [words, setWords] = useState("");
  const take = async () => {
    const said = t("safeguarding.incident.said");
    if (await save([(id, doing) => takeIncident(child, incident, id, words, doing)], said)) onClose();
  };
  return (
    <Sheet
      open
      title={t("safeguarding.incident.takeTitle")}
      onClose={onClose}
      actions={
        <Button look="primary" wide icon="check" onPress={() => void take()}>
          {t("safeguarding.incident.save")}
        </Button>
      }
    >
      <Stack>
        {refusal && refusal.type !== "WordsMissing" && <Refusal error={refusal} />}
        <p>{title}</p>
        <TextArea
          id="incident-note"
          label={t("safeguarding.incident.note")}
          error={refusal?.type === "WordsMissing" ? errorText(refusal) : undefined}
          rows={2}
          maxLength={200}
          value={words}
          onChange={setWords}
        />
      </Stack>
    </Sheet>
  );
};
