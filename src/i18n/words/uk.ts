import type { WordTree } from "../words.ts";
import { wordsByArea } from "../words-by-area.ts";

export const words = wordsByArea(
  import.meta.glob<WordTree>(
    [
      "../../../locales/uk/*.json",
      "!**/{app,alike,attention,cards,child,confidential,correction,errors,first,interview,laptop,lead,lease,pin,record,recordCodes,reset,roster,safeguarding,settings,shift,transport,ui,welcome}.json",
    ],
    {
      eager: true,
      import: "default",
    },
  ),
);
