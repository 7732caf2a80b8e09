import { useState } from "react";
import { useDoneActs } from "../../../live/acts/use-acts.ts";
import { Snackbar } from "../../../ui/overlays/snackbar.tsx";
import { useTimeout } from "../../../ui/overlays/use-timeout.ts";
import { useTakeBack } from "./use-take-back.tsx";

/** Milliseconds for which the last act is offered to be taken back; then it stands among the recent acts. */
const offeredFor = 8_000;

/** What was just done, with the way back, on whatever screen. It stays while the focus is on it; hidden, it names nobody. */
export const LastAct = ({ isHidden }: { readonly isHidden: boolean }) => {
  const [last] = useDoneActs();
  const { takeBack, said, dialog } = useTakeBack();
  const [closed, setClosed] = useState("");
  const [isHeld, setHeld] = useState(false);
  const answer = said && said.act === last?.id ? said : undefined;
  const offered = last && !last.isSaidThere && !last.isTakenBack && !answer ? last : undefined;
  const name = answer ? `${answer.act} ${answer.text}` : String(offered?.id ?? "");
  const shown = name === closed || isHidden ? undefined : (answer?.text ?? offered?.said);
  useTimeout(() => setClosed(name), offeredFor, shown !== undefined && !isHeld ? name : undefined);
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
