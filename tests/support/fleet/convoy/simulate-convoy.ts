import fc from "fast-check";
import { siteDatabase, tripDatabase } from "../../../../src/domain/model/databases.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import { planTrip } from "../../../../src/domain/transport/trip-plan.ts";
import { openTestServer, type TestServer } from "../test-server.ts";
import { type Command, commandsOf } from "./commands.ts";
import { type Convoy, openConvoy, type Traveller } from "./convoy.ts";
import { checkCopies, type Stored } from "./invariants/check-copies.ts";
import { checkRights } from "./invariants/check-rights.ts";
import { checkTrips } from "./invariants/check-trips.ts";
import { checkValues } from "./invariants/check-values.ts";
import { comeToRest } from "./invariants/come-to-rest.ts";
import { groupId, personId } from "./play/people.ts";
import { play } from "./play/play.ts";
import { actOnPassenger, actOnTrip, changeDriver } from "./play/trips.ts";

/** Plays one sequence and throws at the first invariant that does not hold. */
export const simulateConvoy = async (server: TestServer, commands: readonly Command[]): Promise<void> => {
  const convoy = await openConvoy(server);
  try {
    await setOut(convoy);
    for (const command of commands) {
      await play(convoy, command);
      if (convoy.violations.length > 0) throw new Error(convoy.violations[0]);
    }
    await comeToRest(convoy);
    if (convoy.violations.length > 0) throw new Error(convoy.violations[0]);
    const stored = await storedIn(convoy);
    checkValues(convoy, stored);
    await checkCopies(convoy, stored);
    checkTrips(convoy);
    await checkRights(convoy, stored);
  } finally {
    await convoy.close();
  }
};

/** Plays random sequences; the error names the seed, the path and the sequence that fails. */
export const simulateConvoys = async (run: {
  readonly seed: number;
  readonly sequences: number;
  readonly length: number;
  /** Skips looking for the shortest sequence. */
  readonly quickly?: boolean;
  /** Plays again what an error named. */
  readonly path?: string | undefined;
}): Promise<void> => {
  const server = await openTestServer();
  try {
    await fc.assert(
      fc.asyncProperty(commandsOf(run.length), (commands) => simulateConvoy(server, commands)),
      {
        numRuns: run.sequences,
        seed: run.seed,
        endOnFailure: run.quickly ?? false,
        ...(run.path && { path: run.path }),
      },
    );
  } finally {
    await server.close();
  }
};

/** Three people, two of them a group, at one site and on the list of the bus that boards there; another bus is planned for the way back. */
const setOut = async (convoy: Convoy): Promise<void> => {
  const { travellers, slugs, trips, processes } = convoy;
  for (const { phone } of travellers) await phone.signIn();
  for (const traveller of travellers) await traveller.open();
  const [vera, , pilot, lead] = travellers as [Traveller, Traveller, Traveller, Traveller];
  const [a, b] = slugs;
  await vera.phone.store.add(siteDatabase(a), [
    { kind: "group", id: groupId, content: { site: a, arrivedAt: at, keepTogether: true, focalPersonId: personId(0) } },
    ...[0, 1, 2].map((number) => ({
      kind: "person",
      id: personId(number),
      content: { site: a, recordState: "quick", givenName: "Оля", ...(number < 2 && { groupId }) },
    })),
  ]);
  for (const traveller of [vera, lead]) await traveller.phone.sync();
  for (const [place, id] of trips.entries()) {
    const [from, to] = place === 0 ? [a, b] : [b, a];
    const planned = planTrip(id as `trip:${string}`, from, typed);
    if (!planned.ok) throw new Error(planned.error.type);
    const { stops, ...content } = planned.value.content as { stops: readonly object[] };
    const stopping = stops.map((stop, number) => ({ ...stop, site: number === 0 ? from : to }));
    await lead.phone.store.add(siteDatabase(from), [{ ...planned.value, content: { ...content, stops: stopping } }]);
  }
  await changeDriver(convoy, lead, 0, pilot.name);
  await actOnTrip(convoy, lead, 0, "publish");
  for (const number of [0, 1, 2]) await actOnPassenger(convoy, lead, 0, "book", number);
  await lead.phone.sync();
  await processes[0].work();
  for (const { phone } of travellers) await phone.sync();
};

const at = "2026-11-24T08:00:00.000Z";
const day = new Date(Date.now() + 86_400_000).toISOString();
const typed = {
  from: "A",
  to: "B",
  between: "",
  day: { day: day.slice(8, 10), month: day.slice(5, 7), year: day.slice(0, 4) },
  time: "20:00",
  seats: 8,
  driverIds: [],
  driverAccounts: [],
  phone: "",
};

const storedIn = async ({ server, slugs, trips }: Convoy): Promise<Stored> => {
  const stored = new Map<string, readonly Document[]>();
  const { body } = await server.couch.get<readonly string[]>("_all_dbs");
  for (const database of ["directory", ...slugs.map(siteDatabase), ...trips.map(tripDatabase)])
    if (body.includes(database))
      stored.set(
        database,
        [...(await server.documents(database)).values()].map(
          ({ _rev, ...document }) => document as unknown as Document,
        ),
      );
  return stored;
};
