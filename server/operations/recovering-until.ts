/** Days for which phones may bring back what others wrote, after an older backup was put back. */
const recoveringDays = 14;

/** ISO 8601. */
export const recoveringUntil = (now: Date): string =>
  new Date(now.getTime() + recoveringDays * 86_400_000).toISOString();
