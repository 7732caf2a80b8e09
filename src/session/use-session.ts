import { create } from "zustand";
import type { UnsentWork } from "../domain/attention/unsent-work.ts";
import type { Id } from "../domain/model/field.ts";

/** Only what may vanish on reload. What must not is in the store or in `device/`. */
export type Session = {
  readonly sync: SyncStatus;
  /** Whether records of a site are coming in for the first time. */
  readonly isReceivingFirst: boolean;
  readonly report: (sync: Partial<SyncStatus>) => void;
  readonly phone: PhoneState;
  readonly reportPhone: (phone: Partial<PhoneState>) => void;
  /** The site that is shown: whose news is heard first. */
  readonly site: string | undefined;
  readonly workAt: (site: string | undefined) => void;
  /** The form that a person answers who holds the phone: nothing else is shown meanwhile. */
  readonly handedOver?: HandedOverForm | undefined;
};

export type HandedOverForm = {
  readonly site: string;
  readonly groupId: Id<"group">;
  /** The person's language. */
  readonly language: string;
  /** The key of the question at which the phone was handed over. */
  readonly at: string | undefined;
};

/** What is wrong with the phone itself. */
export type PhoneState = {
  /** Milliseconds by which its clock is ahead (negative: behind); 0 where it is right enough. */
  readonly clockSkew: number;
  /** There is no room: saving uses the reserve, receiving has stopped. */
  readonly isFull: boolean;
  /** Something that was to be saved is not saved yet. */
  readonly isSaving: boolean;
  /** How often the server has said in this visit what it wants of the phone. */
  readonly commandChecks: number;
};

export type SyncStatus = {
  /** Where sync stands now, in the words the header shows. */
  readonly state: "starting" | "firstSync" | "working" | "upToDate" | "offline" | "signInNeeded";
  /** First sync only: documents here, how many there will be, and whether the database is received for the first time. */
  readonly progress?: { readonly done: number; readonly total: number; readonly isFirst: boolean } | undefined;
  /** Documents the server is not known to hold. A fact of the store, not a guess. */
  readonly unsent: number;
  /** The same as people count it. */
  readonly work: UnsentWork;
  /** Of those, how many the server refused. */
  readonly refused: number;
  /** When the server last answered (ISO 8601). */
  readonly lastContact?: string | undefined;
};

/** False while records come for the first time: everything is in motion. */
export const hasSettled = ({ sync }: Session): boolean => sync.state !== "firstSync" && sync.state !== "starting";

/** True from the first page of a site's records until the phone has them all, or nothing more comes: what is here is a part. */
export const isIncomplete = ({ isReceivingFirst }: Session): boolean => isReceivingFirst;

const settled: ReadonlySet<SyncStatus["state"]> = new Set(["starting", "upToDate", "offline", "signInNeeded"]);

const stillReceives = (before: boolean, { state, progress }: Partial<SyncStatus>): boolean =>
  state === undefined ? before : !settled.has(state) && (before || progress?.isFirst === true);

export const useSession = create<Session>()((set) => ({
  sync: { state: "starting", unsent: 0, work: { people: 0, beds: 0, notes: 0 }, refused: 0 },
  isReceivingFirst: false,
  report: (sync) =>
    set((session) => ({
      sync: { ...session.sync, ...sync },
      isReceivingFirst: stillReceives(session.isReceivingFirst, sync),
    })),
  phone: { clockSkew: 0, isFull: false, isSaving: false, commandChecks: 0 },
  reportPhone: (phone) => set((session) => ({ phone: { ...session.phone, ...phone } })),
  site: undefined,
  workAt: (site) => set({ site }),
}));
