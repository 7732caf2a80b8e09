const key = "prystan.theme";

/** `light` for sun and paper-white offices; `night` for a bus whose driver must keep seeing the road. */
export type Theme = "light" | "night";

/** Where the device keeps it: needed before anything is unlocked, says nothing about a person. */
export const readTheme = (storage: Storage): Theme => (storage.getItem(key) === "night" ? "night" : "light");

export const chooseTheme = (storage: Storage, theme: Theme): void => {
  storage.setItem(key, theme);
  showTheme(theme);
};

export const showTheme = (theme: Theme): void => {
  document.documentElement.dataset.theme = theme;
  const colour = document.querySelector('meta[name="theme-color"]');
  colour?.setAttribute("content", theme === "night" ? "#04090d" : "#0b2a38");
};
