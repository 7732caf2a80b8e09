import { Suspense, useEffect, useState } from "react";
import type { Outbox } from "../../device/outbox/open-outbox.ts";
import type { OutboxItem } from "../../device/outbox/outbox-item.ts";
import { lazyAgain } from "../../ui/feedback/lazy-again.ts";
import { PartBoundary } from "../../ui/feedback/part-boundary.tsx";

/** What lies sealed on this phone. Most have nothing, and fetch nothing for it. */
export const SealedOutboxNotice = ({ outbox }: { readonly outbox: Outbox }) => {
  const [items, setItems] = useState<readonly OutboxItem[]>([]);
  useEffect(() => void outbox.all().then(setItems), [outbox]);
  if (items.length === 0) return null;
  return (
    <PartBoundary instead={null}>
      <Suspense fallback={null}>
        <SealedOutbox outbox={outbox} items={items} />
      </Suspense>
    </PartBoundary>
  );
};

const SealedOutbox = lazyAgain(() => import("./sealed-outbox.tsx").then((part) => part.SealedOutbox));
