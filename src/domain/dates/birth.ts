import * as v from "valibot";
import { codes } from "../model/codes.ts";
import { realDay, structure } from "../model/field.ts";

const year = /^(19|20)\d{2}$/;
const years = () => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120));
const month = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

/**
 * When somebody was born, as exactly as it is known. One value, because its parts only mean something together: merging a date
 * from one phone with the precision of another would invent a birthday. `age` is in full years on the day `asOf`; with `upTo` it is the
 * youngest that somebody may be, and `upTo` the oldest.
 */
export const birth = () =>
  structure(
    v.variant("precision", [
      v.object({ precision: v.literal("day"), date: realDay() }),
      v.object({ precision: v.literal("month"), date: v.pipe(v.string(), v.regex(month)) }),
      v.object({ precision: v.literal("year"), date: v.pipe(v.string(), v.regex(year)) }),
      v.object({
        precision: v.literal("age"),
        // Older apps read the youngest alone: whoever may be a child stays one there.
        age: years(),
        upTo: v.exactOptional(years()),
        asOf: realDay(),
      }),
      v.object({ precision: v.literal("band"), band: v.picklist(codes.ageBand) }),
      v.object({ precision: v.literal("unknown") }),
    ]),
    { input: "birth", personal: true },
  );
export type Birth = v.InferOutput<ReturnType<typeof birth>>;
