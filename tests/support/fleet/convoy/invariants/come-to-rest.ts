import { siteDatabase, tripDatabase } from "../../../../../src/domain/model/databases.ts";
import type { Convoy } from "../convoy.ts";
import { reopen } from "../play/play.ts";

/** Faults stop: phones are opened and online, both processes of the server run. Throws where what then happens does not end. */
export const comeToRest = async (convoy: Convoy): Promise<void> => {
  const { travellers, processes, slugs } = convoy;
  for (const process of processes) await process.restart();
  for (const traveller of travellers) {
    const { network } = traveller.phone;
    network.faults.length = 0;
    network.isOnline = true;
    traveller.phone.isFull = false;
    traveller.phone.hasRoom = true;
    await network.deliverLate();
    await traveller.open();
    if (network.hangs) await reopen(traveller);
    await traveller.phone.signIn();
    await traveller.phone.idle();
  }
  await untilNothingMoves(convoy);
  for (const process of processes) await process.expire(slugs.map(siteDatabase));
  await untilNothingMoves(convoy);
};

const untilNothingMoves = async (convoy: Convoy): Promise<void> => {
  let before = "";
  for (let round = 0; round < mostRounds; round += 1) {
    for (const { phone } of convoy.travellers) await phone.sync();
    for (const process of convoy.processes) await process.work();
    const state = await stateOf(convoy);
    if (state === before && convoy.processes.every((process) => !process.isDue())) return;
    before = state;
  }
  throw new Error(`P3: it does not come to rest: ${before}`);
};

const mostRounds = 15;

/** Changes with everything that is written anywhere. */
const stateOf = async ({ server, slugs, trips, travellers }: Convoy): Promise<string> => {
  const databases = ["_users", ...slugs.map(siteDatabase), ...trips.map(tripDatabase)];
  const sequences = await Promise.all(
    databases.map(async (name) => (await server.couch.get<Info>(name)).body.update_seq),
  );
  const unsent = travellers.map(({ phone }) => `${phone.status.unsent}/${phone.status.refused}`);
  return JSON.stringify([sequences, unsent]);
};

type Info = { readonly update_seq?: string | number };
