import { useT } from "../../i18n/use-t.ts";
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
  return (
    <Page
      title={t("cards.scan.title")}
      back="/arrivals"
      lede={t("cards.scan.lede")}
      more={
        <LinkButton href={printHref} icon="print">
          {t("cards.print.open")}
        </LinkButton>
      }
    >
      <Stack>
        {number !== undefined && (
          <AnswerCard
            {...{ number, held }}
            here={site}
            onOpen={({ site: at, holder }) => {
              if (at !== site) chooseSite(at);
              follow(holderHref(holder));
            }}
          />
        )}
        <Scanner openDecoder={openDecoder} onNumber={ask} word={t("cards.scan.find")} />
      </Stack>
    </Page>
  );
};
