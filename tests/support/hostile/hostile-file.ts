import { recordFileOf } from "../../../src/domain/exchange/record-file.ts";
import { siteDatabase } from "../../../src/domain/model/databases.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { aDocument } from "../data/document-versions.ts";
import { payloads, payloadsUpTo } from "./payloads.ts";

/** What a lead is handed: a file with a person for every payload, which is their name where a name may be so long, and their author. */
export const hostileFile = (site: string): string => {
  const records = payloads.map((payload, place) => {
    const name = payload.length <= 80 ? payload : payload.slice(0, 80);
    const content = { recordState: "quick", familyName: name, otherNames: [name], [payload]: payload };
    const key = `filed${String(place).padStart(21, "0")}`;
    return {
      database: siteDatabase(site),
      reason: payload,
      document: aDocument(kinds.person, content, { by: name, site, key }),
    };
  });
  const by = payloadsUpTo(80)[0] ?? "";
  const text = JSON.stringify(recordFileOf(records, { by, device: "dev1", at: "2026-11-24T08:00:00.000Z" }));
  return text.replaceAll(
    '"kind":"person"',
    `"kind":"person","__proto__":{"hit":1},"constructor":{"prototype":{"hit":1}}`,
  );
};
