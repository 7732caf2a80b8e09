import type { MergeRuleOf } from "../merge/merge.ts";
import type { Document } from "./document.ts";
import type { DatabaseType, DocumentOf, Kind } from "./kind.ts";
import { bed } from "./kinds/bed.ts";
import { child } from "./kinds/child.ts";
import { confidentialNote } from "./kinds/confidential-note.ts";
import { driver } from "./kinds/driver.ts";
import { group } from "./kinds/group.ts";
import { line } from "./kinds/line.ts";
import { organisation } from "./kinds/organisation.ts";
import { person } from "./kinds/person.ts";
import { presence } from "./kinds/presence.ts";
import { reviewItem } from "./kinds/review-item.ts";
import { rollCall } from "./kinds/roll-call.ts";
import { room } from "./kinds/room.ts";
import { safeguarding } from "./kinds/safeguarding.ts";
import { scan } from "./kinds/scan.ts";
import { sealedNote } from "./kinds/sealed-note.ts";
import { site } from "./kinds/site.ts";
import { stay } from "./kinds/stay.ts";
import { trip } from "./kinds/trip.ts";
import { vehicle } from "./kinds/vehicle.ts";

/** Every kind of document there is, by its name. */
export const kinds = {
  organisation,
  site,
  room,
  bed,
  vehicle,
  driver,
  person,
  group,
  stay,
  presence,
  safeguarding,
  rollCall,
  trip,
  line,
  scan,
  sealedNote,
  confidentialNote,
  child,
  handedIn: reviewItem,
} as const;

export type KindName = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as readonly KindName[];
export type Kinds = { readonly [K in KindName]: DocumentOf<(typeof kinds)[K]> };
export type AnyDocument = Kinds[KindName];

/** The kind by its name; nothing for a kind that only a newer app knows. */
export const kindNamed = (name: string): Kind | undefined => byName.get(name);

const byName: ReadonlyMap<string, Kind> = new Map(Object.entries<Kind>(kinds));

/** How the fields of a document are merged; of a kind that only a newer app knows the newest counts. */
export const mergeRuleOf = ({ kind }: Pick<Document, "kind">): MergeRuleOf => kindNamed(kind)?.rule ?? (() => "newest");

export const kindsOf = (home: DatabaseType): readonly Kind[] =>
  Object.values<Kind>(kinds).filter((kind) => kind.homes.includes(home));
