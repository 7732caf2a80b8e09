import { resolveField } from "../domain/merge/next-version.ts";
import { deviceOf, isDevice } from "../domain/merge/stamps.ts";
import type { Document, Sibling } from "../domain/model/document.ts";
import { ok } from "../domain/model/result.ts";
import { useFormats } from "../i18n/use-formats.ts";
import { useT } from "../i18n/use-t.ts";
import { useActing } from "../live/acts/use-acts.ts";
import { fieldConflictIn } from "../live/attention/field-conflicts.ts";
import { useLiveContext } from "../live/live-context.tsx";
import { notSaved } from "../live/use-command.ts";
import { useLive } from "../live/use-live.ts";
import { List } from "../ui/display/list.tsx";
import { ListRow } from "../ui/display/list-row.tsx";
import { Notice } from "../ui/feedback/notice.tsx";
import { Stack } from "../ui/page/stack.tsx";
import { useFieldLabels } from "./use-field-labels.ts";

type RivalCardsProps = {
  readonly database: string;
  readonly id: string;
  /** Named in the title where the page speaks of several records. */
  readonly of?: string | undefined;
};

/** Where two people wrote different things without having seen each other's: who, what, when, where. One tap keeps one. */
export const FieldConflictCards = ({ database, id, of }: RivalCardsProps) => {
  const t = useT();
  const words = useFieldLabels(database);
  const { roles } = useLiveContext();
  const disputed = useLive(fieldConflictIn, database, id, roles);
  const keep = useKeep(database);
  return disputed?.conflicts.map(({ field, values }) => (
    <Stack key={field} space="tight">
      <Notice
        kind="warning"
        title={[of, t("person.rivals.title", { field: words.label(field) })].filter(Boolean).join(". ")}
      >
        {!of && t("person.rivals.text")}
      </Notice>
      <List label={words.label(field)}>
        {values.map((rival) => (
          <ListRow
            key={rival[0]}
            title={words.value(disputed.document.kind, field, rival[1])}
            detail={<Written document={disputed.document} stamp={rival[0]} />}
            onPress={() => void keep(disputed.document, field, rival)}
          />
        ))}
      </List>
    </Stack>
  ));
};

const Written = ({ document, stamp }: { readonly document: Document; readonly stamp: string }) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const { author } = useLiveContext();
  const [by = "", at] = document.stamps.edits[stamp] ?? [];
  const where = t(isDevice(deviceOf(stamp), author().device) ? "person.rivals.thisPhone" : "person.rivals.otherPhone");
  return [by, at && dayAndTime(at), where].filter(Boolean).join(", ");
};

/** The room goes with the bed: nobody means a bed of one room in another. */
const useKeep = (database: string) => {
  const t = useT();
  const words = useFieldLabels(database);
  const { records } = useLiveContext();
  const begin = useActing();
  return async (document: Document, field: string, [, value]: Sibling) => {
    const bed =
      field === "bedId" ? [...records.all("directory", "bed").values()].find(({ _id }) => _id === value) : undefined;
    const running = begin();
    const kept = await running
      .change(database, document._id, (current: Document) => {
        const settled = resolveField(current, field, value);
        return ok(bed ? resolveField(settled, "roomId", bed.roomId) : settled);
      })
      .catch(() => notSaved);
    const answer = words.value(document.kind, field, value);
    if (kept.ok) running.done(t("person.rivals.kept", { field: words.label(field), value: answer }));
  };
};
