/** Resolves once the condition holds: for hooks, where `expect.poll` may not stand. */
export const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
};
