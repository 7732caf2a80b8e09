import { createServer } from "node:net";

/**
 * Below the range from which the system takes ports for connections, each worker of the tests in a stretch of its own: nobody takes the
 * port between this answer and the server's start.
 */
const [lowest, stretch] = [10_000, 500];
const worker = Number(process.env.VITEST_POOL_ID ?? 0) % 20;
let given = Math.floor(Math.random() * stretch);

export const freePort = async (): Promise<number> => {
  given += 1;
  const port = lowest + worker * stretch + (given % stretch);
  return (await isFree(port)) ? port : freePort();
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
