import { type NumberReserve, openNumberReserve } from "../../device/private-store/number-reserve.ts";
import { numbersInSeries } from "../../domain/numbers/number-series.ts";
import type { Server } from "../../sync/connection/server.ts";
import { requestSeries } from "../../sync/phones/request-series.ts";

/** Four days of 100 families of four, each with a number for the group and one for each person. */
const enough = 2_000;

/** Tells the server which series of registration numbers this phone holds, and asks for more where few are left. */
export const refillNumbers = async (server: Server, reserve: NumberReserve, device: string): Promise<void> => {
  const held = await reserve.held();
  const lacking = Math.ceil((enough - (await reserve.left())) / numbersInSeries);
  const answer = await requestSeries(server, { device, held, wanted: Math.min(2, Math.max(0, lacking)) });
  if (answer.ok) await reserve.settle(answer.value.given, answer.value.notYours);
};

/** Fetched together with it. */
export { openNumberReserve };
