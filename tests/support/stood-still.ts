import { appendFileSync, rmSync } from "node:fs";

/** What `tests/run.mjs` reads: one line for each time. */
const file = "tests/.output/stood-still.txt";
const second = 1_000;
/** Longer than any load lets a timer wait. */
const long = 20 * second;

/**
 * Notices that the whole machine stood still while the tests ran (a paused container, a copied virtual machine): pages that were
 * open then have locked themselves, and whatever was waited for is late.
 */
export default (): (() => void) => {
  rmSync(file, { force: true });
  let last = Date.now();
  const timer = setInterval(() => {
    const gap = Date.now() - last;
    last += gap;
    if (gap < long) return;
    const words = `${new Date(last).toISOString()}: the machine stood still for ${Math.round(gap / second)} s`;
    console.warn(words);
    appendFileSync(file, `${words}\n`);
  }, second);
  return () => clearInterval(timer);
};
