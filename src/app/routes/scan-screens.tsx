import { Route, Switch } from "wouter";
import { AttachPage } from "../../features/cards/attach-page.tsx";
import { PrintPage } from "../../features/cards/print/print-page.tsx";
import { ScanPage } from "../../features/cards/scan-page.tsx";
import { openDecoder } from "../scanner/open-decoder.ts";
import { NotFound } from "./not-found.tsx";

type ScanScreensProps = {
  readonly site: string;
  readonly sites: readonly string[];
  readonly chooseSite: (site: string) => void;
};

/** Cards: whose one is, giving one to a person or a group, printing new ones. */
export const ScanScreens = ({ site, sites, chooseSite }: ScanScreensProps) => (
  <Switch>
    <Route path="/scan">
      <ScanPage {...{ site, sites, chooseSite, openDecoder }} />
    </Route>
    <Route path="/scan/print">
      <PrintPage />
    </Route>
    <Route path="/scan/for/:kind/:key">
      {({ kind, key }) =>
        kind === "person" || kind === "group" ? (
          <AttachPage key={key} {...{ site, sites, openDecoder }} id={`${kind}:${key}`} />
        ) : (
          <NotFound home="/scan" />
        )
      }
    </Route>
    <Route>
      <NotFound home="/scan" />
    </Route>
  </Switch>
);
