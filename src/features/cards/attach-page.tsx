import { useState } from "react";
import { type AttachCardError, attachCard } from "../../domain/cards/attach-card.ts";
import type { CardHolder } from "../../domain/cards/cards.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Id } from "../../domain/model/field.ts";
import { formatShortCode } from "../../domain/numbers/short-code.ts";
import { useErrorText } from "../../i18n/use-error-text.ts";
import { useT } from "../../i18n/use-t.ts";
import { holderOf, holdersOf } from "../../live/cards/card-holders.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { isHere } from "../../live/roster/residents.ts";
import { useLive } from "../../live/use-live.ts";
import { useRights } from "../../live/use-rights.ts";
import { Notice } from "../../ui/feedback/notice.tsx";
import { signal } from "../../ui/feedback/signal.ts";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog.tsx";
import { MissingPage } from "../../ui/page/missing-page.tsx";
import { useNavigation } from "../../ui/page/navigation.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import type { Decoder } from "../../ui/scanner/decoder.ts";
import { holderHref } from "./addresses.ts";
import { Scanner } from "./scanner.tsx";
import { useCardChange } from "./use-card-change.ts";
import { useHolderName } from "./use-holder-name.ts";

type AttachPageProps = {
  readonly site: string;
  readonly sites: readonly string[];
  readonly id: Id<"group"> | Id<"person">;
  readonly openDecoder: () => Decoder;
};

/** Gives a record a card that was printed before. */
export const AttachPage = (props: AttachPageProps) => {
  const t = useT();
  const holder = useLive(holderOf, props.site, props.id);
  const { mayChange } = useRights();
  const isInUse = holder && (holder.kind === "person" ? isHere(holder) : !holder.voided);
  return isInUse && mayChange(siteDatabase(props.site), holder, "cards") ? (
    <AttachTo {...props} holder={holder} />
  ) : (
    <MissingPage
      title={t("intake.personMissing")}
      text={t("intake.personMissingText")}
      icon="search"
      back="/arrivals"
    />
  );
};

const AttachTo = ({ holder, sites, openDecoder }: AttachPageProps & { readonly holder: CardHolder }) => {
  const t = useT();
  const nameOf = useHolderName();
  const { records } = useLiveContext();
  const { replace } = useNavigation();
  const { change, refusal } = useCardChange<AttachCardError>();
  const [seen, setSeen] = useState<string>();
  const attach = async (number: string) => {
    setSeen(undefined);
    const held = holdersOf(records, sites, number);
    const said = t("cards.section.attached", { number: formatShortCode(number) });
    const isSaved = await change(holder, (current) => attachCard(current, number, held), said);
    signal(isSaved ? "good" : "stop");
    if (isSaved) replace(holderHref(holder));
  };
  return (
    <Page
      title={t("cards.attach.title")}
      back={holderHref(holder)}
      lede={t("cards.attach.lede", { name: nameOf(holder) })}
    >
      <Stack>
        {refusal && <Refused refusal={refusal} sites={sites} />}
        <Scanner
          openDecoder={openDecoder}
          onNumber={(number, isSeen) => (isSeen ? setSeen(number) : void attach(number))}
          word={t("cards.attach.save")}
        />
        <ConfirmDialog
          open={seen !== undefined}
          title={t("cards.attach.inHand", { number: formatShortCode(seen ?? "") })}
          confirmLabel={t("cards.attach.save")}
          onConfirm={() => seen !== undefined && void attach(seen)}
          onCancel={() => setSeen(undefined)}
        >
          {t("cards.attach.lede", { name: nameOf(holder) })}
        </ConfirmDialog>
      </Stack>
    </Page>
  );
};

type RefusedProps = {
  readonly refusal: AttachCardError | { readonly type: "NotSaved" };
  readonly sites: readonly string[];
};

const Refused = ({ refusal, sites }: RefusedProps) => {
  const t = useT();
  const errorText = useErrorText();
  const nameOf = useHolderName();
  const { records } = useLiveContext();
  const words = (): string => {
    switch (refusal.type) {
      case "AlreadyTheirs":
        return t("cards.attach.theirs");
      case "ReportedLost":
        return t("cards.attach.lost");
      case "TooManyCards":
        return t("cards.attach.tooMany", { most: refusal.most });
      case "HeldByOthers": {
        const others = sites.flatMap((site) => refusal.ids.flatMap((id) => holderOf(records, site, id) ?? []));
        return t("cards.attach.others", { names: others.map(nameOf).join(", ") });
      }
      case "NotNineDigits":
      case "WrongCheckDigit":
        return t(`cards.wrong.${refusal.type}`);
      default:
        return errorText(refusal);
    }
  };
  return <Notice kind="danger" title={words()} />;
};
