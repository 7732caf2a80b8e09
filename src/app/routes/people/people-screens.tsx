import { EditPersonPage } from "../../../features/intake/people/edit-person-page.tsx";
import { PracticePage } from "../../../features/intake/practice/practice-page.tsx";
import { FirstStepsPage } from "../../first-minutes/first-steps-page.tsx";
import { HistoryScreen } from "./history-screen.tsx";
import { PersonScreen } from "./person-screen.tsx";

/**
 * The pages of one person, and what is practised on: none of them is on the way to a saved group. One chunk, for each one more would
 * split what they share with the first screen into smaller pieces, which are larger together.
 */
export const peopleScreens = { EditPersonPage, FirstStepsPage, HistoryScreen, PersonScreen, PracticePage };
