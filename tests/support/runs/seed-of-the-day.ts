/** `SEED`, or a new one each day (UTC), so that a fault which is there is met some day; whoever repeats a failed run gives its seed. */
export const seedOfTheDay = (today = new Date()): number =>
  Number(process.env.SEED ?? today.toISOString().slice(0, 10).replaceAll("-", ""));
