import type { CodeOf } from "../model/codes.ts";
import { cutText } from "../model/cut-text.ts";
import type { Group } from "../model/kinds/group.ts";
import { err, ok, type Result } from "../model/result.ts";
import { cleanName } from "../names/clean-name.ts";
import { type PhoneCountry, parsePhoneNumber } from "../numbers/phone-number.ts";
import type { Attribution } from "../roster/stay-commands.ts";
import { type IntakeError, nameProblem, noticeVersion } from "./register-group.ts";

/** One line of what holds for a group, as it stands in its boxes. */
export type GroupLine =
  | { readonly line: "label"; readonly typed: string }
  | { readonly line: "phone"; readonly typed: string; readonly country?: PhoneCountry | undefined }
  | { readonly line: "counts"; readonly counts: Readonly<Record<string, number>> }
  | {
      readonly line: "onward";
      readonly intent: CodeOf<"intent"> | undefined;
      readonly destCountry: string | undefined;
      readonly destCity: string;
    }
  | { readonly line: "keepTogether"; readonly isTogether: boolean }
  | { readonly line: "pets"; readonly pets: readonly CodeOf<"pet">[] }
  | { readonly line: "notice"; readonly how: CodeOf<"noticeHow"> | undefined; readonly language: CodeOf<"language"> };

/** Writes one line of a group anew; an empty one is taken away. No other field is touched, so two phones may change two lines. */
export const changeGroup = (group: Group, change: GroupLine, doing: Attribution): Result<Group, GroupLineError> => {
  const fields = fieldsOf(change, doing);
  return fields.ok ? ok(withFields(group, fields.value)) : fields;
};

export type GroupLineError =
  | Extract<IntakeError, { readonly type: "NameHasNoLetter" | "NameTooLong" | "PhoneTooLong" }>
  | { readonly type: "NobodyCounted" };

type Fields = Partial<Record<keyof Group, unknown>>;

const fieldsOf = (change: GroupLine, doing: Attribution): Result<Fields, GroupLineError> => {
  switch (change.line) {
    case "label": {
      const problem = nameProblem(change.typed);
      return problem ? err(problem as GroupLineError) : ok({ label: cleanName(change.typed).name || undefined });
    }
    case "phone": {
      const typed = change.typed.trim();
      if (typed.length > 40) return err({ type: "PhoneTooLong" });
      return ok({ phone: typed === "" ? undefined : parsePhoneNumber(typed, change.country) });
    }
    case "counts": {
      const counts = Object.fromEntries(Object.entries(change.counts).filter(([, count]) => count > 0));
      return Object.keys(counts).length === 0 ? err({ type: "NobodyCounted" }) : ok({ counts });
    }
    case "onward":
      return ok(onwardFields(change));
    case "keepTogether":
      return ok({ keepTogether: change.isTogether });
    case "pets":
      return ok({ pets: change.pets.length > 0 ? change.pets : undefined });
    case "notice": {
      const { how, language } = change;
      return ok({ noticeGiven: how && { version: noticeVersion, language, how, ...doing } });
    }
  }
};

/** A place to go to belongs to those who go on. */
const onwardFields = ({ intent, destCountry, destCity }: Extract<GroupLine, { readonly line: "onward" }>): Fields => {
  const city = cutText(destCity.trim(), 80);
  const goesOn = intent === "transit";
  return {
    intent,
    destCountry: goesOn ? destCountry : undefined,
    destCity: goesOn && city !== "" ? city : undefined,
  };
};

/** A field that has no value any more is not there. */
const withFields = (group: Group, fields: Fields): Group =>
  Object.fromEntries(Object.entries({ ...group, ...fields }).filter(([, value]) => value !== undefined)) as Group;
