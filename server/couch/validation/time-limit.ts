/**
 * Tells when something has computed longer than so many milliseconds. On a machine that is busy with other things, or was
 * stopped for a while, time passes without any work being done: that does not count.
 */
export const timeLimit = (milliseconds: number): (() => boolean) => {
  const [began, before] = [Date.now(), computed()];
  return () => Date.now() - began > milliseconds && computed() - before > milliseconds;
};

/** Milliseconds that the processor has spent on this process. */
const computed = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
