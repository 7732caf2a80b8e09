/** How an app gets onto the home screen here. */
export type Platform = "ios" | "android" | "desktop";

type Browser = { readonly userAgent: string; readonly maxTouchPoints: number };

/** iPads call themselves Macs, which have no touch screens. */
export const platformOf = ({ userAgent, maxTouchPoints }: Browser): Platform => {
  if (/iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes("Macintosh") && maxTouchPoints > 1)) return "ios";
  return userAgent.includes("Android") ? "android" : "desktop";
};

/** Whether it was opened from the home screen. */
export const isInstalled = (): boolean =>
  window.matchMedia("(display-mode: standalone)").matches ||
  (navigator as { readonly standalone?: boolean }).standalone === true;
