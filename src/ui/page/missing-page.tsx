import type { IconName } from "../display/icon-shapes.ts";
import { Empty } from "../feedback/empty.tsx";
import { Page } from "./page.tsx";

type MissingPageProps = {
  readonly title: string;
  /** Why it may be missing. */
  readonly text: string;
  readonly icon?: IconName;
  readonly back: string;
};

/** Stands in the place of a page whose link leads to nothing on this phone, or to nothing any more. */
export const MissingPage = ({ title, text, icon, back }: MissingPageProps) => (
  <Page title={title} back={back}>
    <Empty title={text} icon={icon} />
  </Page>
);
