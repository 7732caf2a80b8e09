import { Route, Switch } from "wouter";
import { ChildPage } from "../../features/confidential/child/child-page.tsx";
import { NotesPage } from "../../features/confidential/notes-page.tsx";
import { WithWords } from "../start/with-words.tsx";
import { NotFound } from "./not-found.tsx";

/** What is read by those for whom it was noted. */
export const ConfidentialScreens = () => (
  <Switch>
    <Route path="/confidential">
      <NotesPage />
    </Route>
    <Route path="/confidential/child/:key">
      {({ key }) => (
        <WithWords part="lead">
          <ChildPage key={key} personId={`person:${key}`} />
        </WithWords>
      )}
    </Route>
    <Route>
      <NotFound home="/confidential" />
    </Route>
  </Switch>
);
