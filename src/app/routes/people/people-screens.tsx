import { EditPersonPage } from "../../../features/intake/people/edit-person-page.tsx";
import { HistoryScreen } from "./history-screen.tsx";
import { PersonScreen } from "./person-screen.tsx";

/** The pages of one person: none of them is on the way to a saved group, so they are a chunk of their own. */
export const peopleScreens = { EditPersonPage, HistoryScreen, PersonScreen };
