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
import { AccessLayout } from "./access-layout.tsx";
import { choosePassphrase, type EnrolError, type Enrolment, proposedWords } from "./enrolment.ts";
import type { AccessError } from "./sign-in-or-unlock.ts";
import type { AccessActions } from "./use-access.ts";

type Props = {
  readonly enrolment: Enrolment;
  readonly server: Server;
  readonly enter: AccessActions["signInOrUnlock"];
};

/** A new volunteer who has scanned their lead's QR: the passphrase is proposed, written down, and opens the phone from now on. */
export const EnrolPage = ({ enrolment, server, enter }: Props) => {
  const t = useT();
  const { language } = useLanguage();
  const [words, setWords] = useState<string>();
  /** The code is used up, and these words are the account's: they stay on the page until it opens. */
  const [areChosen, setAreChosen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<EnrolError | AccessError>();
  /** What is proposed late must not replace words that are on their way to the server. */
  const areTaken = useRef(false);
  const propose = useCallback(async () => {
    const proposed = await proposedWords(server, language);
    if (areTaken.current) return;
    setWords(proposed);
    setRefusal(proposed ? undefined : { type: "NotReached" });
  }, [server, language]);
  useEffect(() => void propose(), [propose]);

  const begin = async () => {
    if (!words) return propose();
    setBusy(true);
    areTaken.current = true;
    const chosen = areChosen ? ok(undefined) : await choosePassphrase(server, enrolment, words);
    areTaken.current = chosen.ok;
    if (chosen.ok) setAreChosen(true);
    const entered = chosen.ok ? await enter({ name: enrolment.name, passphrase: words }) : chosen;
    setBusy(false);
    if (!entered.ok) setRefusal(entered.error);
  };
  return (
    <AccessLayout title={t("app.enrol.title")} lede={t("app.enrol.lede", { name: enrolment.name })}>
      <Refusal error={refusal} />
      {words && (
        <Notice kind="info" title={words}>
          {t("app.enrol.writeDown")}
        </Notice>
      )}
      <Stack>
        <Button look="primary" wide icon="enter" busy={busy} onPress={() => void begin()}>
          {t("app.enrol.begin")}
        </Button>
        {!areChosen && (
          <Button wide onPress={() => void propose()}>
            {t("app.enrol.other")}
          </Button>
        )}
      </Stack>
      <LanguageChips id="language" />
    </AccessLayout>
  );
};
