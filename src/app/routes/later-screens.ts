import { OpenMattersList } from "../../features/attention/open-matters-list.tsx";
import { WedgeAnswer } from "../../features/cards/wedge-answer.tsx";
import { DuplicatesPage } from "../../features/intake/duplicates/duplicates-page.tsx";
import { FoundPeople } from "../../features/intake/finding/found-people.tsx";
import { HandedOver } from "../../features/intake/interview/handed-over.tsx";
import { InterviewPage } from "../../features/intake/interview/interview-page.tsx";
import { EditPersonPage } from "../../features/intake/people/edit-person-page.tsx";
import { PracticePage } from "../../features/intake/practice/practice-page.tsx";
import { ProtectionCard } from "../../features/safeguarding/protection-card.tsx";
import { SettingsPage } from "../../features/settings/settings-page.tsx";
import { FieldConflictCards } from "../../forms/field-conflict-cards.tsx";
import { TypedNotes } from "../../forms/notes/typed-notes.tsx";
import { FirstStepsPage } from "../first-minutes/first-steps-page.tsx";
import { PasskeyOfferPage } from "../first-minutes/passkey-offer-page.tsx";
import { SyncNotices } from "../shell/sync-notices.tsx";
import { LeaseScreens } from "./lease-screens.tsx";
import { GroupParts } from "./people/group-parts.tsx";
import { GroupTrips } from "./people/group-trips.tsx";
import { HistoryScreen } from "./people/history-screen.tsx";
import { PersonScreen } from "./people/person-screen.tsx";

/**
 * Screens that are not on the way to a saved group. One chunk, for each one more would split what they share with the first screen into
 * smaller pieces, which are larger together.
 */
export const laterScreens = {
  DuplicatesPage,
  EditPersonPage,
  FieldConflictCards,
  FirstStepsPage,
  FoundPeople,
  GroupParts,
  GroupTrips,
  HandedOver,
  HistoryScreen,
  InterviewPage,
  LeaseScreens,
  OpenMattersList,
  PasskeyOfferPage,
  PersonScreen,
  PracticePage,
  ProtectionCard,
  SettingsPage,
  SyncNotices,
  TypedNotes,
  WedgeAnswer,
};
