import type { WordTree } from "../words.ts";
import { wordsByArea } from "../words-by-area.ts";

export const words = wordsByArea(
  import.meta.glob<WordTree>("../../../locales/en/{first,pin,reset,settings}.json", { eager: true, import: "default" }),
);
