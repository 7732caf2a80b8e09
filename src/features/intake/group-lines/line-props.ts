import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";

/** What each line's sheet is given. */
export type LineProps = {
  readonly group: Group;
  readonly people: readonly Person[];
  /** What the line is called. */
  readonly title: string;
  readonly onClose: () => void;
};
