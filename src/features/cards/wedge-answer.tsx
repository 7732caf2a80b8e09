import { parseShortCode } from "../../domain/numbers/short-code.ts";
import { useT } from "../../i18n/use-t.ts";
import { signal } from "../../ui/feedback/signal.ts";
import { Sheet } from "../../ui/overlays/sheet.tsx";
import { useNavigation } from "../../ui/page/navigation.tsx";
import { useWedge } from "../../ui/scanner/use-wedge.ts";
import { hook } from "../../ui/test-hooks.ts";
import { holderHref } from "./addresses.ts";
import { AnswerCard } from "./answer-card.tsx";
import { useAnswer } from "./use-answer.ts";

type WedgeAnswerProps = {
  readonly site: string;
  readonly sites: readonly string[];
  readonly chooseSite: (site: string) => void;
};

/** Answers a scanner that is plugged in as a keyboard, over whatever page is open: what was being typed stays. */
export const WedgeAnswer = ({ site, sites, chooseSite }: WedgeAnswerProps) => {
  const t = useT();
  const { follow } = useNavigation();
  const { number, held, ask, close } = useAnswer(sites);
  useWedge((digits) => (parseShortCode(digits).ok ? ask(digits) : signal("ask")));
  return (
    <div data-test={hook("plugged-scanner")}>
      <Sheet open={number !== undefined} title={t("cards.scan.title")} onClose={close}>
        {number !== undefined && (
          <AnswerCard
            {...{ number, held }}
            here={site}
            onOpen={({ site: at, holder }) => {
              close();
              if (at !== site) chooseSite(at);
              follow(holderHref(holder));
            }}
          />
        )}
      </Sheet>
    </div>
  );
};
