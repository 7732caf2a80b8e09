import "i18next";
import type alike from "../../locales/en/alike.json";
import type app from "../../locales/en/app.json";
import type attention from "../../locales/en/attention.json";
import type cards from "../../locales/en/cards.json";
import type child from "../../locales/en/child.json";
import type confidential from "../../locales/en/confidential.json";
import type correction from "../../locales/en/correction.json";
import type errors from "../../locales/en/errors.json";
import type first from "../../locales/en/first.json";
import type intake from "../../locales/en/intake.json";
import type interview from "../../locales/en/interview.json";
import type laptop from "../../locales/en/laptop.json";
import type lead from "../../locales/en/lead.json";
import type lease from "../../locales/en/lease.json";
import type person from "../../locales/en/person.json";
import type pin from "../../locales/en/pin.json";
import type record from "../../locales/en/record.json";
import type reset from "../../locales/en/reset.json";
import type roster from "../../locales/en/roster.json";
import type safeguarding from "../../locales/en/safeguarding.json";
import type settings from "../../locales/en/settings.json";
import type shell from "../../locales/en/shell.json";
import type shift from "../../locales/en/shift.json";
import type transport from "../../locales/en/transport.json";
import type ui from "../../locales/en/ui.json";
import type welcome from "../../locales/en/welcome.json";

/** English is the source: a key that is not here does not compile. One line for each file in `locales/en/`.
 *  Code lists are left out on purpose: they are read by `useCodeLabel` only. */
export type Words = {
  readonly alike: typeof alike;
  readonly attention: typeof attention;
  readonly cards: typeof cards;
  readonly child: typeof child;
  readonly confidential: typeof confidential;
  readonly correction: typeof correction;
  readonly errors: typeof errors;
  readonly interview: typeof interview;
  readonly laptop: typeof laptop;
  readonly lead: typeof lead;
  readonly lease: typeof lease;
  readonly person: typeof person;
  readonly pin: typeof pin;
  readonly record: typeof record;
  readonly reset: typeof reset;
  readonly roster: typeof roster;
  readonly app: typeof app;
  readonly first: typeof first;
  readonly intake: typeof intake;
  readonly safeguarding: typeof safeguarding;
  readonly settings: typeof settings;
  readonly shell: typeof shell;
  readonly shift: typeof shift;
  readonly transport: typeof transport;
  readonly ui: typeof ui;
  readonly welcome: typeof welcome;
};

/** What a locale file holds. */
export type WordTree = { readonly [key: string]: string | WordTree };

/** `Full` for a key that stands as `Full_one` and `Full_other`. */
export type KeyOf<Area> = keyof Area extends infer Key
  ? Key extends `${infer Stem}_${"one" | "few" | "many" | "other"}`
    ? Stem
    : Key extends string
      ? Key
      : never
  : never;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Words };
  }
}
