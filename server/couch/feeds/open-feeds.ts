import { isServerAdmin, type UserContext } from "../accounts/user-context.ts";
import { type Ending, openEnding } from "../ending.ts";
import { openTurns } from "../turns.ts";

/** Waiting feeds of one account. A phone has two at once, so these are fifty phones of one person. */
export const MOST_FEEDS = 100;

/** The feeds that wait. */
export type OpenFeeds = {
  /**
   * Counts a feed in; where its account has too many, the oldest is let go. Resolves when it is the feed's turn to begin, with what is
   * over when the feed is let go or the request is over. A server administrator, who follows every database, is not counted.
   */
  readonly enter: (user: UserContext, request: Ending) => Promise<Ending>;
};

/** One feed begins in each pass of the event loop: thousands that come at once let others in between. */
export const openFeedCount = (): OpenFeeds => {
  const feedsOf = new Map<string, Set<() => void>>();
  const turnOf = openTurns();
  return {
    enter: async (user, request) => {
      if (isServerAdmin(user)) return request;
      const feed = openEnding();
      if (request.isOver) feed.end();
      else request.listeners.add(feed.end);
      const name = user.name ?? "";
      const feeds = feedsOf.get(name) ?? new Set();
      feedsOf.set(name, feeds.add(feed.end));
      feed.listeners.add(() => {
        feeds.delete(feed.end);
        request.listeners.delete(feed.end);
        if (feeds.size === 0 && feedsOf.get(name) === feeds) feedsOf.delete(name);
      });
      const [oldest] = feeds;
      if (feeds.size > MOST_FEEDS) oldest?.();
      await turnOf().take();
      return feed;
    },
  };
};
