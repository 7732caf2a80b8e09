import { useCallback, useEffect, useRef, useState } from "react";
import { ok } from "../../domain/model/result.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Server } from "../../sync/connection/server.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { LanguageChips } from "../../ui/fields/choice/language-chips.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { AccessLayout } from "../access/access-layout.tsx";
import { choosePassphrase, type EnrolError, type Enrolment, proposedWords } from "../access/enrolment.ts";
import type { AccessError } from "../access/sign-in-or-unlock.ts";
import type { AccessActions } from "../access/use-access.ts";
import { firstStepsAddress } from "./first-steps-address.ts";
import { useHistoryStep } from "./use-history-step.ts";
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
  const proposal = useProposedWords(server);
  const { words } = proposal;
  /** The code is used up, and these words are the account's: they stay on the page until it opens. */
  const [areChosen, setAreChosen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<EnrolError | AccessError>();
  const check = useHistoryStep("check");
  const [asked, setAsked] = useState(1);

  const begin = async () => {
    if (words === undefined) return;
    setBusy(true);
    setRefusal(undefined);
    proposal.keep(true);
    const chosen = areChosen ? ok(undefined) : await choosePassphrase(server, enrolment, words);
    proposal.keep(chosen.ok);
    if (chosen.ok) {
      setAreChosen(true);
      history.replaceState(null, "", firstStepsAddress);
    }
    const entered = chosen.ok ? await enter({ name: enrolment.name, passphrase: words }) : chosen;
    setBusy(false);
    if (!entered.ok) setRefusal(entered.error);
  };
  if (check.isHere && words !== undefined)
    return (
      <AccessLayout title={t("welcome.check", { number: asked })} lede={t("welcome.checkLede")}>
        <Refusal error={refusal} />
        <WordCheck
          number={asked}
          word={words.split(" ")[asked - 1] ?? ""}
          busy={busy}
          onRight={() => void begin()}
          onShow={check.leave}
        />
        <LanguageChips id="language" />
      </AccessLayout>
    );
  const goOn = () => {
    if (words === undefined) return proposal.renew();
    setAsked(1 + ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % words.split(" ").length));
    check.enter();
  };
  return (
    <AccessLayout title={t("welcome.title")} lede={t("welcome.lede", { name: enrolment.name })}>
      <Refusal error={refusal ?? proposal.refusal} />
      {words !== undefined && <WordCards words={words.split(" ")} />}
      {words !== undefined && <Notice kind="warning">{t("welcome.writeDown")}</Notice>}
      <Stack>
        <Button look="primary" wide icon="forward" onPress={goOn}>
          {t("welcome.begin")}
        </Button>
        {!areChosen && (
          <Button wide onPress={proposal.renew}>
            {t("welcome.other")}
          </Button>
        )}
      </Stack>
      <LanguageChips id="language" />
    </AccessLayout>
  );
};

/** Four words of the server's, in the language that is shown; `keep` holds on to those that are on their way to become the account's. */
const useProposedWords = (server: Server) => {
  const { language } = useLanguage();
  const [words, setWords] = useState<string>();
  const [refusal, setRefusal] = useState<EnrolError>();
  const areKept = useRef(false);
  const renew = useCallback(async () => {
    const proposed = await proposedWords(server, language);
    if (areKept.current) return;
    setWords(proposed);
    setRefusal(proposed ? undefined : { type: "NotReached" });
  }, [server, language]);
  useEffect(() => void renew(), [renew]);
  const keep = (areTaken: boolean): void => {
    areKept.current = areTaken;
  };
  return { words, refusal, keep, renew: () => void renew() };
};
