import * as v from "valibot";
import { isRealDay, isRealInstant } from "../dates/real-moments.ts";
import { mostTaken } from "../merge/join-lists.ts";
import type { Edit } from "../merge/stamps.ts";

const longestAccount = 80;

/** An object with any names; a list is none, though its places are names, too. */
const mapOf = <S extends v.GenericSchema>(of: S) =>
  v.pipe(
    v.custom<Record<string, v.InferInput<S>>>((map) => !Array.isArray(map)),
    v.record(v.string(), of),
  );

/** More digits than can be used up: the server lets a counter rise by so much with every write (`maxCounterLead`), and no further. */
const stamp = v.pipe(v.string(), v.regex(/^\d{1,15}\.[a-z0-9]{4,16}$/));

const taken = mapOf(mapOf(stamp));
/** Who, when, and what was taken out of lists. What a newer app adds is that app's affair. */
const isEdit = (edit: unknown): edit is Edit =>
  Array.isArray(edit) &&
  typeof edit[0] === "string" &&
  typeof edit[1] === "string" &&
  (edit[2] === undefined || v.is(taken, edit[2]));

const isSoundEdit = (edit: unknown): boolean =>
  isEdit(edit) &&
  edit[0].length <= longestAccount &&
  (isRealInstant(edit[1]) || isRealDay(edit[1])) &&
  Object.keys(edit[2] ?? {}).length <= mostLists &&
  Object.entries(edit[2] ?? {}).every(
    ([field, taken]) => field.length <= longestField && Object.keys(taken).length <= mostTaken + 1,
  );

/** Lists of one kind of document, and the length of their names: no kind has more. */
const [mostLists, longestField] = [20, 60];

const id = v.pipe(v.string(), v.regex(/^[a-z-]+:[A-Za-z0-9_.-]+$/), v.maxLength(120));

const stampsWith = (edits: (edit: unknown) => boolean) =>
  v.strictObject({
    base: stamp,
    own: v.exactOptional(mapOf(stamp)),
    seen: mapOf(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999_999_999_999))),
    edits: mapOf(v.custom<Edit>(edits)),
  });

/** What a document needs so that it can be joined and stored, whatever its kind, its version and its age. */
export const readableHeader = {
  _id: id,
  kind: v.string(),
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
  createdAt: v.pipe(v.string(), v.maxLength(30)),
  createdBy: v.pipe(v.string(), v.minLength(1), v.maxLength(longestAccount)),
  createdDevice: v.pipe(v.string(), v.regex(/^[a-z0-9]{4,16}$/)),
  stamps: stampsWith(isEdit),
  rivals: v.exactOptional(mapOf(v.array(v.union([v.tuple([stamp, v.unknown()]), v.tuple([stamp])])))),
};

/** The header that a document of one kind is written with. */
export const headerSchema = (name: string) => ({
  ...readableHeader,
  _id: v.pipe(id, v.startsWith(`${kebab(name)}:`)),
  kind: v.literal(name),
  createdAt: v.pipe(v.string(), v.check(isRealInstant, "ImpossibleDate")),
  stamps: stampsWith(isSoundEdit),
});

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
