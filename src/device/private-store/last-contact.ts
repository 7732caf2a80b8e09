import type { PrivateStore } from "./open-private-store.ts";

/** When the server was last heard by one person on this phone, kept by the minute: what was sent is proven also without a network. */
export const lastContactIn = ({ settings }: Pick<PrivateStore, "settings">) => {
  let kept = "";
  return {
    last: () => settings.get<string>("lastContact"),
    heard: (at: string): void => {
      if (at.slice(0, 16) === kept) return;
      kept = at.slice(0, 16);
      void settings.set("lastContact", at).catch(() => {
        kept = ""; // the next answer is kept instead
      });
    },
  };
};
