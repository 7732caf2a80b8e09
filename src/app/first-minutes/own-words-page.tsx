import { useEffect, useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import type { Server } from "../../sync/connection/server.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { LanguageChips } from "../../ui/fields/choice/language-chips.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { AccessLayout } from "../access/access-layout.tsx";
import type { Enrolment } from "../access/enrolment.ts";
import type { AccessActions } from "../access/use-access.ts";
import { useBegin } from "./use-begin.ts";
import { useHistoryStep } from "./use-history-step.ts";
import { useProposedWords } from "./use-proposed-words.ts";
import { WordCards } from "./word-cards.tsx";
import { WordCheck } from "./word-check.tsx";

type Props = {
  readonly enrolment: Enrolment;
  readonly server: Server;
  readonly enter: AccessActions["signInOrUnlock"];
};

/** Four words are proposed and written down, one of them is typed from the paper, and from then on they open the phone. */
export const OwnWordsPage = ({ enrolment, server, enter }: Props) => {
  const t = useT();
  const { words, keep, ...proposal } = useProposedWords(server);
  const { begin, hasBegun, busy, refusal } = useBegin(enrolment, server, enter);
  const check = useHistoryStep("check");
  const [asked, setAsked] = useState(1);
  useEffect(() => {
    if (!check.isHere) return;
    keep();
    // Forward leads to a check also where the words of before are gone.
    if (words === undefined) history.back();
  }, [check.isHere, words, keep]);

  if (check.isHere && words !== undefined)
    return (
      <AccessLayout key="check" title={t("welcome.check", { number: asked })} lede={t("welcome.checkLede")}>
        <Refusal error={refusal} />
        <WordCheck
          number={asked}
          word={words.split(" ")[asked - 1] ?? ""}
          busy={busy}
          onRight={() => void begin(words)}
          onShow={check.leave}
        />
      </AccessLayout>
    );
  const goOn = () => {
    if (words === undefined) return proposal.renew();
    setAsked(1 + ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % words.split(" ").length));
    check.enter();
  };
  return (
    <AccessLayout key="words" title={t("welcome.title")} lede={t("welcome.lede")} isNext>
      <Refusal error={refusal ?? proposal.refusal} />
      {words !== undefined && (
        <>
          <WordCards name={enrolment.name} words={words.split(" ")} />
          <Notice kind="warning">{t("welcome.writeDown")}</Notice>
        </>
      )}
      <Stack>
        <Button look="primary" wide icon="forward" onPress={goOn}>
          {t("welcome.begin")}
        </Button>
        {!hasBegun && (
          <Button wide onPress={proposal.renew}>
            {t("welcome.other")}
          </Button>
        )}
      </Stack>
      <LanguageChips id="language" />
    </AccessLayout>
  );
};
