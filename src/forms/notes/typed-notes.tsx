import { useWordsLoaded } from "../../i18n/use-words-loaded.ts";
import { AgeMeaning } from "./age-meaning.tsx";
import { AlikeStrip } from "./alike-strip.tsx";
import { NameNote } from "./name-note.tsx";
import { PhoneMeaning } from "./phone-meaning.tsx";
import type { TypedNoteProps } from "./typed-note.tsx";

/** All that is said at the boxes of a form, in one part. */
export const TypedNotes = (props: TypedNoteProps) => {
  const hasWords = useWordsLoaded("later");
  if (!hasWords) return null;
  switch (props.of) {
    case "age":
      return <AgeMeaning {...props} />;
    case "name":
      return <NameNote {...props} />;
    case "phone":
      return <PhoneMeaning {...props} />;
    case "person":
      return <AlikeStrip {...props} />;
  }
};
