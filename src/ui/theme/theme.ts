const key = "prystan.theme";

/** `light` for sun and paper-white offices; `night` for a bus whose driver must keep seeing the road. */
export type Theme = "light" | "night";
/** As the phone has it, by day and by night, until somebody chooses. */
export type ThemeChoice = Theme | "system";

/** Kept in localStorage: it is needed before anything is unlocked and says nothing about a person.
 *  Where storage is forbidden the choice lasts as long as the page. */
export const readTheme = (): ThemeChoice => {
  try {
    const chosen = localStorage.getItem(key);
    return chosen === "night" || chosen === "light" ? chosen : "system";
  } catch {
    return "system";
  }
};

export const chooseTheme = (choice: ThemeChoice): void => {
  showTheme(choice);
  try {
    if (choice === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    return;
  }
};

const dark = "(prefers-color-scheme: dark)";
let shown: ThemeChoice | undefined;

/** Once at the start, with what `readTheme` says; what the phone has is followed from then on. */
export const showTheme = (choice: ThemeChoice): void => {
  if (shown === undefined) matchMedia(dark).addEventListener("change", draw);
  shown = choice;
  draw();
};

const draw = (): void => {
  const theme = shown === "system" ? (matchMedia(dark).matches ? "night" : "light") : shown;
  document.documentElement.dataset.theme = theme;
  const colour = document.querySelector('meta[name="theme-color"]');
  colour?.setAttribute("content", theme === "night" ? "#04090d" : "#0b2a38");
};
