import { createContext, useEffect, useMemo, useState } from "react";
import { useI18nContext } from "../../i18n/i18n-context.ts";
import { isLanguage } from "../../i18n/languages.ts";
import { addWords } from "../../i18n/start-i18n.ts";

type Laptop = typeof import("./laptop.ts").laptop;

/** Also high enough for text at twice the size: there one thing after the other is easier to read. */
const isRoomForTwo = (): boolean => matchMedia("(min-width: 1024px) and (min-height: 30.01em)").matches;

/** What a laptop has more than a phone; nothing on a phone. */
export const LaptopContext = createContext<Laptop | undefined>(undefined);

/**
 * What a laptop has more than a phone, once it is fetched. Whether this is one is decided as an address is opened: a window that is made narrower, or a page
 * that is zoomed, loses nothing that is half filled in. What cannot be fetched leaves the phone's screens, which do the same.
 */
export const useLaptop = (path: string): Laptop | "fetching" | undefined => {
  const { i18n } = useI18nContext();
  const [laptop, setLaptop] = useState<Laptop | "missing">();
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each address
  const isLaptop = useMemo(isRoomForTwo, [path]);
  useEffect(() => {
    if (!isLaptop || laptop) return;
    const language = isLanguage(i18n.language) ? i18n.language : "en";
    Promise.all([import("./laptop.ts"), addWords(i18n, language, "lead")]).then(
      ([fetched]) => setLaptop(fetched.laptop),
      () => setLaptop("missing"),
    );
  }, [i18n, isLaptop, laptop]);
  if (!isLaptop || laptop === "missing") return undefined;
  return laptop ?? "fetching";
};
