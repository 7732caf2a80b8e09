import { expect, test } from "vitest";
import { openProvisioningQueue, type Scope } from "../../../server/workers/provisioning-queue.ts";

/** A queue whose runs end when the test says so, and how. */
const aQueue = () => {
  const runs: { readonly scope: Scope; readonly end: (isDone: boolean) => void; readonly fail: () => void }[] = [];
  const failures: Error[] = [];
  const queue = openProvisioningQueue(
    (scope) =>
      new Promise((end, reject) => runs.push({ scope, end, fail: () => reject(new Error("the store is away")) })),
    (error) => failures.push(error),
  );
  const run = async (place: number) => {
    await expect.poll(() => runs.length, { interval: 5 }).toBe(place + 1);
    return runs[place] as (typeof runs)[number];
  };
  return { queue, runs, run, failures };
};
const sites = (...names: string[]) => new Set(names);

test("One run at a time; what is asked for meanwhile is done afterwards, in one run", async () => {
  const { queue, runs, run } = aQueue();
  const first = queue.ask(sites("alpha"));
  const later = [queue.ask(sites("beta")), queue.ask(sites()), queue.ask(sites("gamma", "beta"))];
  let isLaterDone = false;
  void Promise.all(later).then(() => {
    isLaterDone = true;
  });
  expect(runs).toHaveLength(1);
  (await run(0)).end(true);
  await first;
  const second = await run(1);
  expect(second.scope).toEqual(sites("beta", "gamma"));
  expect(isLaterDone).toBe(false);
  second.end(true);
  await Promise.all(later);
  expect(runs).toHaveLength(2);
});

test("Everything is more than one site's trips, whatever was asked for first", async () => {
  const { queue, run } = aQueue();
  void queue.ask(sites("alpha"));
  void queue.ask(sites("beta"));
  const whole = queue.ask("everything");
  void queue.ask(sites("gamma"));
  (await run(0)).end(true);
  const second = await run(1);
  expect(second.scope).toBe("everything");
  second.end(true);
  await whole;
});

test("A run that failed is repeated with all it had to do; what is asked for meanwhile does not wait for that", async () => {
  const { queue, run, failures } = aQueue();
  const asked = queue.ask(sites("alpha"));
  (await run(0)).fail();
  await asked;
  const other = queue.ask(sites("beta"));
  (await run(1)).end(true);
  await other;
  const again = await run(2);
  expect(again.scope).toEqual(sites("alpha"));
  again.end(true);
  expect(failures).toHaveLength(1);
  queue.stop();
});

test("A run that met somebody who wrote is repeated, and is no failure", async () => {
  const { queue, run, failures } = aQueue();
  const asked = queue.ask(sites("alpha"));
  (await run(0)).end(false);
  await asked;
  const again = await run(1);
  expect(again.scope).toEqual(sites("alpha"));
  again.end(true);
  expect(failures).toEqual([]);
  queue.stop();
});

test("A queue that was stopped keeps nobody waiting", async () => {
  const { queue, runs, run } = aQueue();
  void queue.ask(sites("alpha"));
  const waiting = queue.ask("everything");
  queue.stop();
  await waiting;
  await queue.ask("everything");
  (await run(0)).end(true);
  expect(runs).toHaveLength(1);
});
