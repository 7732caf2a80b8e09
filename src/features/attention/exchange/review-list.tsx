import { useState } from "react";
import { checkImport, type ImportContext, isImportable } from "../../../domain/exchange/check-import.ts";
import { closeReview, type ReviewItem } from "../../../domain/model/kinds/review-item.ts";
import { ok } from "../../../domain/model/result.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { type OpenReview, openReviews } from "../../../live/attention/open-reviews.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useChange, useImportRecords } from "../../../live/use-change.ts";
import { useLive } from "../../../live/use-live.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { ImportList } from "./import-list.tsx";

/** Records that came in a sealed outbox and that the server may not take from their author any more: a lead decides. */
export const ReviewList = ({ reader }: { readonly reader: ImportContext }) => {
  const t = useT();
  const reviews = useLive(openReviews, useLiveContext().roles);
  if (reviews.length === 0) return null;
  return (
    <Section title={t("attention.handedIn.count", { count: reviews.length })}>
      <Stack>
        <p>{t("lead.handedIn.text")}</p>
        {reviews.map((review) => (
          <ReviewCard key={review.handedIn._id} review={review} reader={reader} />
        ))}
      </Stack>
    </Section>
  );
};

const ReviewCard = ({ review, reader }: { readonly review: OpenReview; readonly reader: ImportContext }) => {
  const t = useT();
  const errorText = useErrorText();
  const { dayAndTime } = useFormats();
  const bringIn = useImportRecords();
  const change = useChange(review.place, "handedIn");
  const [failed, setFailed] = useState(false);
  const { by, handedBy, at, database, why } = review.handedIn;
  const entry = { database, document: review.record };
  const verdict = checkImport(entry, reader);
  const settle = async (taken: boolean) => {
    try {
      if (taken && isImportable(verdict)) await bringIn(database, [review.record]);
      await change(review.handedIn._id, (document: ReviewItem) => ok(closeReview(document, taken)));
    } catch {
      setFailed(true);
    }
  };
  return (
    <Stack space="tight">
      <ImportList judged={[{ entry, verdict }]} />
      <p>
        {why === "unproven"
          ? t("lead.handedIn.unproven", { by, handedBy, at: dayAndTime(at) })
          : t("lead.handedIn.from", { by, handedBy, at: dayAndTime(at) })}
      </p>
      {failed && <Notice kind="danger">{errorText({ type: "NotSaved" })}</Notice>}
      {(isImportable(verdict) || verdict.type === "here") && (
        <Button look="primary" icon="check" wide onPress={() => void settle(true)}>
          {t("lead.handedIn.take")}
        </Button>
      )}
      <Button wide onPress={() => void settle(false)}>
        {t("lead.handedIn.leave")}
      </Button>
    </Stack>
  );
};
