import { useT } from "../../i18n/use-t.ts";
import type { HeldNumber } from "../../live/cards/card-holders.ts";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { useNavigation } from "../../ui/page/navigation.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import type { Decoder } from "../../ui/scanner/decoder.ts";
import { holderHref, printHref } from "./addresses.ts";
import { AnswerCard } from "./answer-card.tsx";
import { Scanner } from "./scanner.tsx";
import { useAnswer } from "./use-answer.ts";

export type ScanPageProps = {
  readonly site: string;
  readonly sites: readonly string[];
  readonly chooseSite: (site: string) => void;
  readonly openDecoder: () => Decoder;
};

/** Who is it? By a card before the camera, or its number typed: the name is shown to be compared. */
export const ScanPage = ({ site, sites, chooseSite, openDecoder }: ScanPageProps) => {
  const t = useT();
  const { follow } = useNavigation();
  const { number, held, ask } = useAnswer(sites);
  const open = ({ site: at, holder }: HeldNumber) => {
    if (at !== site) chooseSite(at);
    follow(holderHref(holder));
  };
  const answer = number !== undefined && <AnswerCard {...{ number, held }} here={site} onOpen={open} />;
  return (
    <Page title={t("cards.scan.title")} back="/arrivals" lede={t("cards.scan.lede")}>
      <Stack>
        <Scanner openDecoder={openDecoder} onNumber={ask} word={t("cards.scan.find")} answer={answer} />
        <LinkButton href={printHref} icon="print" look="quiet">
          {t("cards.print.open")}
        </LinkButton>
      </Stack>
    </Page>
  );
};
