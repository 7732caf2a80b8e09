import type { WordTree } from "../words.ts";
import { wordsByArea } from "../words-by-area.ts";

export const words = wordsByArea(
  import.meta.glob<WordTree>("../../../locales/pl/{child,laptop,lead}.json", { eager: true, import: "default" }),
);
