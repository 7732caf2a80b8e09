import type { Document } from "../domain/model/document.ts";
import type { KindName } from "../domain/model/kinds.ts";
import { mayBegin, mayChange, type Place } from "../domain/rights/authority.ts";
import { useLiveContext } from "./live-context.tsx";

/** What this account may do in the databases that are open to it here: the rule by which the server takes a write or refuses it. */
export const useRights = () => {
  const { roles, databases } = useLiveContext();
  return {
    mayBegin: (place: Place, kind: KindName): boolean =>
      databases.includes(place.database) && mayBegin(roles, place, kind),
    mayChange: (database: string, document: Document, field: string): boolean =>
      databases.includes(database) && mayChange(roles, database, document, field),
  };
};
