/** Looks once a minute while the page is seen, and at once when it is seen again. Returns what ends it. */
export const eachMinute = (look: () => void, page: Page = document): (() => void) => {
  let timer: ReturnType<typeof setInterval> | undefined;
  const begin = () => {
    if (page.visibilityState === "visible") timer = setInterval(look, 60_000);
  };
  const follow = () => {
    clearInterval(timer);
    if (page.visibilityState === "visible") look();
    begin();
  };
  page.addEventListener("visibilitychange", follow);
  begin();
  return () => {
    clearInterval(timer);
    page.removeEventListener("visibilitychange", follow);
  };
};

type Page = Pick<Document, "visibilityState"> & Pick<EventTarget, "addEventListener" | "removeEventListener">;
