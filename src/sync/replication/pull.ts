import { ok } from "../../domain/model/result.ts";
import type { Store } from "../../store/open-store.ts";
import type { Answer } from "../connection/server.ts";
import { type Change, type ChangesPage, openPages, type Paging } from "./changes-pages.ts";
import { parseReceived } from "./fetch-and-merge.ts";
import { isEarlierSequence } from "./is-earlier-sequence.ts";
import type { Unanswered } from "./unanswered.ts";

/** Where pulling stands, database by database: the server's opaque `since`. Kept on the device. */
export type Checkpoints = {
  get(database: string): Promise<string | undefined>;
  set(database: string, since: string): Promise<void>;
};

export type PullOptions = Paging & {
  readonly store: Store;
  readonly checkpoints: Checkpoints;
  readonly unanswered: Unanswered;
  /** Resolves once the page has had time to answer a finger and to be drawn. */
  readonly untilDrawn: () => Promise<void>;
};

/** A page that came while the phone waited for news, and after which sequence it begins. */
export type HeardPage = ChangesPage & { readonly since: string };

/**
 * Takes over everything that changed on the server since the last time; a page that was heard is not asked for again where it begins at
 * the checkpoint. The checkpoint moves only after a page is committed here, so a phone that dies in between asks for it again; merging
 * twice is merging once. What cannot be read stays where it is and stops nothing else. While one page is written the next one is on its way.
 */
export const pull = async (
  { store, checkpoints, unanswered, untilDrawn, ...paging }: PullOptions,
  database: string,
  onProgress: (done: number, total: number) => void,
  heard?: HeardPage,
): Promise<Answer<Pulled>> => {
  const pages = openPages(paging, database);
  let since = (await checkpoints.get(database)) ?? "0";
  let done = 0;
  let restored = false;
  try {
    for (let coming = heard?.since === since ? Promise.resolve(ok(heard)) : pages.after(since); ; ) {
      const page: Answer<ChangesPage> = await coming;
      if (!page.ok) return page;
      const { changes, last, pending } = page.value;
      const isLast = pending === 0 || changes.length === 0;
      if (!isLast) coming = pages.after(last);
      const inDoubt = (await unanswered.get(database)) ?? {};
      for (const [place, part] of partsOf(changes).entries()) {
        if (done + place > 0) await untilDrawn();
        await store.receive(database, documentsIn(part), inDoubt);
      }
      restored ||= isEarlierSequence(last, since);
      await checkpoints.set(database, last);
      since = last;
      done += changes.length;
      if (changes.length > 0) onProgress(done, done + pending);
      if (isLast) return ok({ restored });
    }
  } finally {
    pages.close();
  }
};

/** `restored`: the server counts from an earlier point than before, so it may have lost what it once had. */
export type Pulled = { readonly restored: boolean };

/** Documents that are read, sealed, stored and shown at a stretch: a finger waits no longer than for these. */
const partSize = 100;

const partsOf = (changes: readonly Change[]): readonly (readonly Change[])[] =>
  Array.from({ length: Math.ceil(changes.length / partSize) }, (_, part) =>
    changes.slice(part * partSize, (part + 1) * partSize),
  );

const documentsIn = (changes: readonly Change[]) =>
  changes.filter(({ id, deleted }) => !deleted && !id.startsWith("_design/")).flatMap(parseReceived);
