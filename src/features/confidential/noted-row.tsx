import { useState } from "react";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { SealedNote } from "../../domain/model/kinds/sealed-note.ts";
import { leads } from "../../domain/rights/leads.ts";
import { strikeOutNote } from "../../domain/walls/strike-out-note.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { useChange } from "../../live/use-change.ts";
import { ListRow } from "../../ui/display/list-row.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog.tsx";

/** When something was noted, and by whom. Its author, and leads, can say that it was a mistake. */
export const NotedRow = ({ note }: { readonly note: SealedNote }) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const { author, roles } = useLiveContext();
  const change = useChange(siteDatabase(note.site), "sealedNote");
  const [isAsked, setAsked] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const said = { who: note.createdBy, when: dayAndTime(note.at) };
  const words = note.box === undefined ? t("confidential.section.sent", said) : t("confidential.section.waits", said);
  const mayStrike = author().by === note.createdBy || leads(roles);
  const strike = async () => {
    const saved = await change(note._id, strikeOutNote).catch(() => undefined);
    setRefused(!saved?.ok);
    if (saved?.ok) setAsked(false);
  };
  return (
    <>
      {mayStrike ? (
        <ListRow icon="lock" title={words} onPress={() => setAsked(true)} />
      ) : (
        <ListRow icon="lock" title={words} />
      )}
      <ConfirmDialog
        open={isAsked}
        danger
        title={t("confidential.strike.title")}
        confirmLabel={t("confidential.strike.confirm")}
        onConfirm={() => void strike()}
        onCancel={() => setAsked(false)}
      >
        {isRefused && <Refusal error={{ type: "NotSaved" }} />}
        {t("confidential.strike.text")}
      </ConfirmDialog>
    </>
  );
};
