import { err, ok } from "../../domain/model/result.ts";
import { isNumberSeries, type NumberSeries } from "../../domain/numbers/number-series.ts";
import type { Answer, Server } from "../connection/server.ts";

/** What the server says of series of registration numbers: those it gives, and those that are another phone's. */
export type SeriesAnswer = { readonly given: readonly NumberSeries[]; readonly notYours: readonly NumberSeries[] };

/** Tells the server which series a phone holds, and asks for more. A server of before does not know the question. */
export const requestSeries = async (
  server: Server,
  asked: { readonly device: string; readonly held: readonly NumberSeries[]; readonly wanted: number },
): Promise<Answer<SeriesAnswer>> => {
  const answer = await server.post<SeriesAnswer>("_phone/numbers", asked);
  if (!answer.ok) return answer;
  const { given, notYours } = answer.value;
  const isWhole = [given, notYours].every((list) => Array.isArray(list) && list.every(isNumberSeries));
  return isWhole ? ok({ given, notYours }) : err({ type: "later" });
};
