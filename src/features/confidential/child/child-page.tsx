import { useState } from "react";
import { type ChildBlock, childBlocks } from "../../../domain/child-form/blocks.ts";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useSiteName } from "../../../forms/use-site-name.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useLive } from "../../../live/use-live.ts";
import { childInPlace } from "../../../live/walls/child-form.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { MissingPage } from "../../../ui/page/missing-page.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { BeginForm } from "./begin-form.tsx";
import { BlockFold } from "./block-fold.tsx";
import { useUnsavedBlocks } from "./use-unsaved-blocks.ts";

/** The form of a child for protection officers, block by block. Works offline; what is typed stays until it is saved. */
export const ChildPage = ({ personId }: { readonly personId: `person:${string}` }) => {
  const t = useT();
  const words = usePersonLabels();
  const child = useLive(childInPlace, useLiveContext().databases, personId);
  const [open, setOpen] = useState<ChildBlock>();
  const unsaved = useUnsavedBlocks(personId);
  const site = useSiteName(child?.form?.site ?? child?.concerns[0]?.site);
  const back = "/confidential";
  if (!child)
    return <MissingPage title={t("child.missing.title")} text={t("child.missing.text")} icon="search" back={back} />;
  const { database, form, concerns } = child;
  const name = form ? words.name(form) : concerns[0]?.personName;
  return (
    <Page
      title={name || t("child.nameless")}
      windowTitle={t("child.title")}
      back={back}
      lede={t("child.lede", { site: site ?? "" })}
    >
      {form ? (
        <Stack>
          {form.urgentConcern === "yes" && <Notice kind="danger" title={t("child.urgent")} />}
          <FieldConflictCards database={database} id={form._id} />
          {(Object.keys(childBlocks) as ChildBlock[]).map((block) => (
            <BlockFold
              key={block}
              child={child}
              form={form}
              block={block}
              open={open === block}
              isUnsaved={unsaved.has(block)}
              onType={unsaved.note}
              onToggle={() => setOpen(open === block ? undefined : block)}
            />
          ))}
        </Stack>
      ) : (
        <BeginForm database={database} concern={concerns[0]} />
      )}
    </Page>
  );
};
