const left = new Set();

process.on("exit", () => {
  for (const remove of [...left].reverse()) remove();
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** Something that must not outlive the bench, however it ends. Gives what removes it now. */
export const leftover = (remove) => {
  const now = () => {
    if (left.delete(now)) remove();
  };
  left.add(now);
  return now;
};
