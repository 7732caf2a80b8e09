const key = "prystan.language";

/** Kept in localStorage: it is needed before anything is unlocked and says nothing about a person.
 *  A browser that forbids storage asks again next time; that is no reason to fail. */
export const rememberedLanguage = {
  read: (): string | null => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  keep: (language: string): void => {
    try {
      localStorage.setItem(key, language);
    } catch {
      return;
    }
  },
};
