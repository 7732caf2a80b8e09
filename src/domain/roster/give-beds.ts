import type { NewDocument } from "../merge/new-document.ts";
import { cutText } from "../model/cut-text.ts";
import type { Id } from "../model/field.ts";
import { hasWords } from "../model/has-words.ts";
import type { Person } from "../model/kinds/person.ts";
import type { Stay } from "../model/kinds/stay.ts";
import { err, ok, type Result } from "../model/result.ts";
import { safeguardingEvent } from "../safeguarding/confirmation.ts";
import { childrenAmongStrangers } from "./among-strangers.ts";
import type { Placement } from "./placement.ts";
import {
  type Attribution,
  type CheckInError,
  checkIn,
  type MoveError,
  moveTo,
  type StayWithEvents,
} from "./stay-commands.ts";

/** Somebody who is given a bed. */
export type Recipient = {
  readonly person: Person;
  readonly stays: readonly StayWithEvents[];
  /** Of a resident, who moves. */
  readonly stay?: Stay | undefined;
};

/** Who watches over children that come to sleep among strangers, in words. */
export type Watch = { readonly words: string; readonly newId: () => Id<"safeguarding"> };

/** What is written for it: new documents, and stays that are changed. */
export type GivenBeds = {
  readonly documents: readonly NewDocument[];
  readonly moves: readonly { readonly stayId: Id<"stay">; readonly move: (stay: Stay) => Result<Stay, MoveError> }[];
};

/**
 * Gives beds: checks people in, and moves residents. No child is refused a bed; where one would sleep among adults who are strangers to it, somebody says
 * who watches over it, and that stands as an incident until somebody else takes charge of it.
 */
export const giveBeds = (
  placements: readonly Placement[],
  recipients: readonly Recipient[],
  { words, newId }: Watch,
  doing: Attribution,
): Result<GivenBeds, GiveBedsError> => {
  const children = childrenAmongStrangers(placements);
  if (children.length > 0 && !hasWords(words)) return err({ type: "WordsMissing" });
  const documents: NewDocument[] = [];
  const moves: GivenBeds["moves"][number][] = [];
  for (const { sleeper, bed } of placements) {
    const recipient = recipients.find(({ person }) => person._id === sleeper.personId);
    if (!recipient) return err({ type: "NotFound" });
    const { person, stays, stay } = recipient;
    if (bed.blocked) return err({ type: "BedBlocked", bed: bed.code });
    if (stay) moves.push({ stayId: stay._id, move: moveTo(bed) });
    const opened = stay ? ok([]) : checkIn(person, bed, stays, doing);
    if (!opened.ok) return opened;
    documents.push(...opened.value);
  }
  const site = placements[0]?.choice.room.site ?? "";
  const note = cutText(words.trim(), 200);
  const noted = children.map((_id) => safeguardingEvent({ _id, site }, newId(), "shares_room", doing, { note }));
  return ok({ documents: [...documents, ...noted], moves });
};

export type GiveBedsError = CheckInError | { readonly type: "NotFound" | "WordsMissing" };
