import { createContext, use } from "react";
import type { Translate } from "../../../i18n/use-words-of.ts";

/** Words in one language, with the language's name for `lang`. */
export type Voice = { readonly language: string; readonly t: Translate };

/** The languages of an interview: the person's, and the volunteer's where both look at the screen and do not speak the same. */
export type Voices = { readonly theirs: Voice; readonly mine?: Voice | undefined };

const VoicesContext = createContext<Voices | undefined>(undefined);

export const VoicesProvider = VoicesContext.Provider;

export const useVoices = (): Voices => {
  const voices = use(VoicesContext);
  if (!voices) throw new Error("VoicesProvider is missing above this component");
  return voices;
};

/** One sentence in the person's language, large, and in the volunteer's beside or under it. */
export const Both = ({ say }: { readonly say: (voice: Voice) => string }) => {
  const { theirs, mine } = useVoices();
  return (
    <span className="i-both">
      <span className="i-both__theirs" lang={theirs.language}>
        {say(theirs)}
      </span>
      {mine && (
        <span className="i-both__mine" lang={mine.language}>
          {say(mine)}
        </span>
      )}
    </span>
  );
};
