/** Says that a request, or the server, is over. An `AbortSignal` says the same, and was a twentieth of what a waiting phone costs. */
export type Ending = {
  readonly isOver: boolean;
  /** Called once, at the end. */
  readonly listeners: Set<() => void>;
};

export const openEnding = (): Ending & { readonly end: () => void } => {
  const ending = {
    isOver: false,
    listeners: new Set<() => void>(),
    end: () => {
      if (ending.isOver) return;
      ending.isOver = true;
      for (const listener of [...ending.listeners]) listener();
      ending.listeners.clear();
    },
  };
  return ending;
};
