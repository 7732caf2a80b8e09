/** Milliseconds between two tries: a browser needs a moment to reconnect, and to count as free what was given up. */
const pauses = [200, 600, 1_800];

/** For what may be done twice: reads, and writes that are the same once more. What the last try fails with is thrown. */
export const retry = async <T>(act: () => Promise<T>, isWorthIt: (error: unknown) => boolean): Promise<T> => {
  for (const pause of pauses) {
    try {
      return await act();
    } catch (error) {
      if (!isWorthIt(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return act();
};
