/** A place in a pattern's text that only goes forward. */
export type Cursor = {
  readonly isAtEnd: () => boolean;
  readonly isBefore: (mark: string) => boolean;
  readonly take: (mark: string) => boolean;
  /** What a sticky expression matches here, which is then behind the cursor. */
  readonly match: (expression: RegExp) => RegExpExecArray | undefined;
};

export const openCursor = (text: string): Cursor => {
  let at = 0;
  const isBefore = (mark: string) => text.startsWith(mark, at);
  return {
    isAtEnd: () => at >= text.length,
    isBefore,
    take: (mark) => {
      const isThere = isBefore(mark);
      if (isThere) at += mark.length;
      return isThere;
    },
    match: (expression) => {
      expression.lastIndex = at;
      const found = expression.exec(text) ?? undefined;
      at += found?.[0].length ?? 0;
      return found;
    },
  };
};
