import { createContext, type FunctionComponent, Suspense, use } from "react";
import type { IntakeForm } from "../../domain/intake/intake-form.ts";
import type { Id } from "../../domain/model/field.ts";
import { PartBoundary } from "../../ui/feedback/part-boundary.tsx";
import type { AlikeStripProps } from "./alike-strip.tsx";

/** What is said of a text that stands in a box, what is done with lines that are pasted there, and whom a typed person may be. */
export type TypedNoteProps =
  | { readonly of: "age"; readonly id: string; readonly text: string }
  | ({ readonly of: "name"; readonly onLatin?: OnLatin; readonly people?: People | undefined } & Box)
  | ({ readonly of: "phone" } & Box)
  | ({ readonly of: "person" } & AlikeStripProps);

/** `id` is the box. */
export type Box = { readonly id: string; readonly text: string; readonly onChange: (text: string) => void };

/** Takes a name in Latin letters, where there is a box for it. */
export type OnLatin = ((latin: string) => void) | undefined;

/** The form that takes several people whose names are pasted at once, and whose name the box is for: nobody's, if it is the surname. */
export type People = {
  readonly set: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly personId?: Id<"person">;
};

/** What draws them: a part that is fetched later, for nothing of it is needed for saving. Without it nothing is said. */
export const TypedNotesContext = createContext<FunctionComponent<TypedNoteProps> | undefined>(undefined);

export const TypedNote = (props: TypedNoteProps) => {
  const Notes = use(TypedNotesContext);
  return (
    Notes && (
      <PartBoundary instead={null}>
        <Suspense fallback={null}>
          <Notes {...props} />
        </Suspense>
      </PartBoundary>
    )
  );
};

/** How an age is understood, in a line that is kept free for it. */
export const AgeNote = (box: { readonly id: string; readonly text: string }) => (
  <div className="p-said" data-kept aria-live="polite">
    <TypedNote of="age" {...box} />
  </div>
);
