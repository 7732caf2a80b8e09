const key = "prystan.keys";

/** Whether single letters and signs are shortcuts. Kept in localStorage, like the theme: it says nothing about a person. */
export const hasLetterKeys = (): boolean => {
  try {
    return localStorage.getItem(key) !== "off";
  } catch {
    return true;
  }
};

export const chooseLetterKeys = (on: boolean): void => {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, "off");
  } catch {
    return; // where storage is forbidden they stay on
  }
};
