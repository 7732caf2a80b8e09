import { useCodeLabel } from "../../../i18n/use-code-label.ts";

/** “2 × female, 18–59; 1 × male, 5–11”; nothing where nobody was counted. */
export const useCountsInWords = (): ((counts: Readonly<Record<string, number>> | undefined) => string | undefined) => {
  const label = useCodeLabel();
  return (counts = {}) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([key, count]) => {
        const [sex = "", band = ""] = key.split("|");
        return `${count} × ${label("sex", sex)}, ${label("ageBand", band)}`;
      })
      .join("; ") || undefined;
};
