import type { Document } from "../model/document.ts";
import { ok, type Result } from "../model/result.ts";

/** Takes a record off every list: an event that was noted by mistake, or what cannot be read. It stays, and can be brought back. */
export const takeBackRecord = <D extends Document>(record: D): Result<D, never> =>
  ok({ ...record, voided: "mistake" } as D);

/** Puts a record that was taken back onto the lists again. */
export const bringBackRecord = <D extends Document>(record: D): Result<D, never> =>
  ok({ ...record, voided: undefined } as unknown as D);
