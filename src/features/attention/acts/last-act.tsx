import { useState } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { useDoneActs } from "../../../live/acts/use-acts.ts";
import { Snackbar } from "../../../ui/overlays/snackbar.tsx";
import { useTimeout } from "../../../ui/overlays/use-timeout.ts";
import { useTakeBack } from "./use-take-back.tsx";

/** Milliseconds for which the last act is offered to be taken back; then it stands among the recent acts. */
const offeredFor = 8_000;

type LastActProps = {
  /** Something is not saved yet: that is said for as long as it lasts. */
  readonly isSaving: boolean;
  /** Without it no name is shown. */
  readonly mayRead: boolean;
};

/** What was just done, with the way back, on whatever screen. It stays while the focus is on it. */
export const LastAct = ({ isSaving, mayRead }: LastActProps) => {
  const t = useT();
  const [last] = useDoneActs();
  const { takeBack, said, dialog } = useTakeBack();
  const [closed, setClosed] = useState("");
  const [isHeld, setHeld] = useState(false);
  const answer = said && said.act === last?.id ? said : undefined;
  const offered = last && !last.isSaidThere && !last.isTakenBack && !answer ? last : undefined;
  const name = answer ? `${answer.act} ${answer.text}` : String(offered?.id ?? "");
  const shown = name === closed || !mayRead ? undefined : (answer?.text ?? offered?.said);
  useTimeout(() => setClosed(name), offeredFor, shown !== undefined && !isHeld ? name : undefined);
  if (isSaving) return <Snackbar message={t("app.phone.saving")} refused />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the focus is only watched, so that nothing goes while somebody is there
    <div onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <Snackbar
        message={shown}
        refused={answer?.refused}
        onUndo={offered && (() => void takeBack(offered))}
        onClose={offered ? undefined : () => setClosed(name)}
      />
      {dialog}
    </div>
  );
};
