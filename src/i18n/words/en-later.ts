import type { WordTree } from "../words.ts";
import { wordsByArea } from "../words-by-area.ts";

export const words = wordsByArea(
  import.meta.glob<WordTree>(
    "../../../locales/en/{alike,attention,cards,confidential,correction,first,interview,lease,pin,record,recordCodes,reset,roster,safeguarding,settings,shift}.json",
    {
      eager: true,
      import: "default",
    },
  ),
);
