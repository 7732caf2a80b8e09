import { useCallback, useEffect, useRef, useState } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import type { Server } from "../../sync/connection/server.ts";
import { type EnrolError, proposedWords } from "../access/enrolment.ts";

/** Four words of the server's, in the language that was shown. They may stand on paper already: only `renew` changes them. */
export const useProposedWords = (server: Server) => {
  const { language } = useLanguage();
  const [words, setWords] = useState<string>();
  const [refusal, setRefusal] = useState<EnrolError>();
  const areShown = useRef(false);
  /** Counts what was asked for: an answer to an earlier question is not heard any more. */
  const turn = useRef(0);
  /** No answer that is under way changes them. */
  const keep = useCallback(() => {
    turn.current += 1;
  }, []);
  const renew = useCallback(async () => {
    keep();
    const asked = turn.current;
    const proposed = await proposedWords(server, language);
    if (asked !== turn.current) return;
    setRefusal(proposed ? undefined : { type: "NotReached" });
    if (!proposed) return;
    areShown.current = true;
    setWords(proposed);
  }, [server, language, keep]);
  useEffect(() => {
    if (!areShown.current) void renew();
  }, [renew]);
  return { words, refusal, keep, renew: () => void renew() };
};
