import { useRef, useState } from "react";
import { type ChildBlock, childBlocks, filledIn } from "../../../domain/child-form/blocks.ts";
import { handoversOf, missingParts } from "../../../domain/child-form/hand-over.ts";
import { lastWritten } from "../../../domain/child-form/last-written.ts";
import type { Child } from "../../../domain/model/kinds/child.ts";
import { serverAccount } from "../../../domain/rights/server-account.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { ChildInPlace } from "../../../live/walls/child-form.ts";
import { Badge } from "../../../ui/display/badge.tsx";
import { Fold } from "../../../ui/display/fold.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { BlockForm } from "./block-form.tsx";
import { HandoverBlock } from "./handover-block.tsx";
import { NotifiedForm } from "./notified-form.tsx";
import { NotifiedList } from "./notified-list.tsx";
import { SiblingForm } from "./sibling-form.tsx";
import { SiblingsList } from "./siblings-list.tsx";
import type { UnsavedBlocks } from "./use-unsaved-blocks.ts";

type BlockFoldProps = {
  readonly child: ChildInPlace;
  readonly form: Child;
  readonly block: ChildBlock;
  readonly open: boolean;
  readonly isUnsaved: boolean;
  readonly onType: UnsavedBlocks["note"];
  readonly onToggle: () => void;
};

/** One block: closed it says what is in it and when it was saved, or what it is for. */
export const BlockFold = ({ child, form, block, open, isUnsaved, onType, onToggle }: BlockFoldProps) => {
  const t = useT();
  const { dayAndTime, number } = useFormats();
  const { database, concerns } = child;
  const filled = filledIn(form, block);
  const written = lastWritten(form, block);
  const saved = written && { who: written.by, when: dayAndTime(written.at) };
  const isMissing = block === "handover" && handoversOf(form).some((one) => missingParts(one).length > 0);
  const of = childBlocks[block].length;
  const detail = [
    isUnsaved && t("child.unsaved"),
    filled === 0 && t(`child.blocks.${block}.about`),
    filled > 0 && of > 1 && t("child.filled", { filled: number(filled), of: number(of) }),
    filled > 0 && (saved && saved.who !== serverAccount ? t("child.saved", saved) : t("child.fromSite")),
  ];
  const toggle = useRef<HTMLButtonElement>(null);
  const [round, setRound] = useState(0);
  const onSaved = () => {
    setRound(round + 1);
    toggle.current?.focus();
  };
  const about = { database, form, onType: (isTyped: boolean) => onType(block, isTyped), onSaved };
  return (
    <Fold
      title={t(`child.blocks.${block}.title`)}
      detail={detail.filter(Boolean).join(" · ")}
      badge={
        isMissing && (
          <Badge icon="alarm" tone="danger">
            {t("child.handover.open")}
          </Badge>
        )
      }
      open={open}
      onToggle={onToggle}
      toggleRef={toggle}
    >
      {block === "notification" ? (
        <Stack>
          <NotifiedList form={form} />
          <NotifiedForm key={round} {...about} />
        </Stack>
      ) : block === "siblings" ? (
        <Stack>
          <SiblingsList database={database} form={form} />
          <SiblingForm key={round} {...about} />
        </Stack>
      ) : block === "handover" ? (
        <HandoverBlock {...about} concerns={concerns} />
      ) : (
        <BlockForm
          {...about}
          block={block}
          onSaved={() => {
            onToggle();
            onSaved();
          }}
        />
      )}
    </Fold>
  );
};
