import type { Phone } from "./chromium.ts";
import type { Tab } from "./tab.ts";

/** A phone in somebody's hand, whichever browser it has. */
export type Handset = {
  readonly page: Tab;
  /** Takes its network away, or gives it back. */
  goOffline(isOffline: boolean): Promise<void>;
  /** The server's cookie is gone. */
  loseSession(): Promise<void>;
  /** What went wrong on the page that nobody caught. */
  complaints(): Promise<readonly string[]>;
};

export const handsetOf = ({ page, context, complaints }: Phone): Handset => ({
  page,
  goOffline: (isOffline) => context.setOffline(isOffline),
  loseSession: () => context.clearCookies(),
  complaints: async () => complaints,
});
