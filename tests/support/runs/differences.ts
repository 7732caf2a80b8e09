import { rowsOnPhone } from "../browser/rows-on-phone.ts";
import type { Tab } from "../browser/tab.ts";
import type { Shift } from "./a-shift.ts";

/** Compares every id and revision of a database on the phone's disk with the server's; each difference in words. */
export const differences = async (shift: Shift, page: Tab, database = "site-medyka"): Promise<readonly string[]> => {
  const here = new Map((await rowsOnPhone(page, database)).map((row) => [row.id.slice(database.length + 1), row]));
  const there = new Map((await shift.stored(database)).map(({ _id, _rev }) => [_id, String(_rev)]));
  const missing = [...there].flatMap(([id, rev]) => {
    const row = here.get(id);
    if (!row) return [`${id} is not on the phone`];
    return row.rev === rev ? [] : [`${id} is ${row.rev} on the phone, ${rev} on the server`];
  });
  const unsent = [...here.values()].flatMap(({ id, sent }) => (sent ? [] : [`${id} is not sent`]));
  const lost = [...here.keys()].flatMap((id) => (there.has(id) ? [] : [`${id} is not on the server`]));
  return [...missing, ...unsent, ...lost];
};
