import { bed } from "./bed.ts";
import type { Document } from "./document.ts";
import { driver } from "./driver.ts";
import { group } from "./group.ts";
import { handedIn } from "./handed-in.ts";
import type { DocumentOf, Home, Kind } from "./kind.ts";
import { line } from "./line.ts";
import type { RuleOf } from "./merge.ts";
import { organisation } from "./organisation.ts";
import { person } from "./person.ts";
import { presence } from "./presence.ts";
import { rollCall } from "./roll-call.ts";
import { room } from "./room.ts";
import { scan } from "./scan.ts";
import { site } from "./site.ts";
import { stay } from "./stay.ts";
import { trip } from "./trip.ts";
import { vehicle } from "./vehicle.ts";

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
  rollCall,
  trip,
  line,
  scan,
  handedIn,
} as const;

export type KindName = keyof typeof kinds;
export type Kinds = { readonly [K in KindName]: DocumentOf<(typeof kinds)[K]> };
export type AnyDocument = Kinds[KindName];

/** The kind by its name; nothing for a kind that only a newer app knows. */
export const kindNamed = (name: string): Kind | undefined => byName.get(name);

const byName: ReadonlyMap<string, Kind> = new Map(Object.entries<Kind>(kinds));

/** How the fields of a document are merged; of a kind that only a newer app knows the newest counts. */
export const ruleOf = ({ kind }: Pick<Document, "kind">): RuleOf => kindNamed(kind)?.rule ?? (() => "newest");

export const kindsOf = (home: Home): readonly Kind[] =>
  Object.values<Kind>(kinds).filter((kind) => kind.homes.includes(home));
