/** Lets `width` at a time through for each key; the others wait in order. Answers what ends the turn, nothing where too many wait. */
export type KeyedLimit = { readonly take: (key: string) => Promise<(() => void) | undefined> };

export const openKeyedLimit = (width: number, mostWaiting: number): KeyedLimit => {
  const lines = new Map<string, { running: number; readonly waiting: (() => void)[] }>();
  const leave = (key: string) => {
    const line = lines.get(key);
    if (!line) return;
    const next = line.waiting.shift();
    if (next) return next();
    line.running -= 1;
    if (line.running === 0) lines.delete(key);
  };
  return {
    take: async (key) => {
      const line = lines.get(key) ?? { running: 0, waiting: [] };
      lines.set(key, line);
      if (line.waiting.length >= mostWaiting) return undefined;
      if (line.running < width) line.running += 1;
      else await new Promise<void>((resolve) => line.waiting.push(resolve));
      let isOver = false;
      return () => {
        if (!isOver) leave(key);
        isOver = true;
      };
    },
  };
};
