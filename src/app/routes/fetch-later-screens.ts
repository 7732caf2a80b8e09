/** Fetched once the first screen stands, before anybody taps there. */
export const fetchLaterScreens = () => import("./later-screens.ts").then(({ laterScreens }) => laterScreens);
