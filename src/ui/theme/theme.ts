const key = "prystan.theme";

/** `light` for sun and paper-white offices; `night` for a bus whose driver must keep seeing the road. */
export type Theme = "light" | "night";

/** Kept in localStorage: it is needed before anything is unlocked and says nothing about a person.
 *  Where storage is forbidden the choice lasts as long as the page. */
export const readTheme = (): Theme => {
  try {
    return localStorage.getItem(key) === "night" ? "night" : "light";
  } catch {
    return "light";
  }
};

export const chooseTheme = (theme: Theme): void => {
  showTheme(theme);
  try {
    localStorage.setItem(key, theme);
  } catch {
    return;
  }
};

/** Once at the start, with what `readTheme` says. */
export const showTheme = (theme: Theme): void => {
  document.documentElement.dataset.theme = theme;
  const colour = document.querySelector('meta[name="theme-color"]');
  colour?.setAttribute("content", theme === "night" ? "#04090d" : "#0b2a38");
};
