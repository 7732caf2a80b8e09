import { deviceOf, isDevice } from "../../domain/merge/stamps.ts";
import type { Document } from "../../domain/model/document.ts";
import type { Records } from "../records.ts";

/** What one phone recorded since an hour, and how much of it the server is known to have. */
export type ShiftProof = {
  readonly recorded: number;
  readonly onServer: number;
  /** By kind, the most first. */
  readonly kinds: readonly { readonly kind: string; readonly recorded: number; readonly onServer: number }[];
  /** Everything of this account that is only here, also from before. */
  readonly onlyHere: number;
  readonly needsAttention: number;
  /** When the oldest of it was written. */
  readonly oldest: string | undefined;
  /** Records that cannot be read: whether they were sent is not known. */
  readonly unknown: number;
};

/** True when nothing is left that only this phone has. */
export const isProven = ({ onlyHere, unknown }: ShiftProof): boolean => onlyHere === 0 && unknown === 0;

export const shiftProofOf = (records: Records, device: string, since: string): ShiftProof => {
  const filed = records.filed();
  const tally = new Map<string, { recorded: number; onServer: number }>();
  for (const { document, sending } of filed) {
    if ((latestWrite(document, device) ?? "") < since) continue;
    const { recorded, onServer } = tally.get(document.kind) ?? { recorded: 0, onServer: 0 };
    tally.set(document.kind, { recorded: recorded + 1, onServer: onServer + Number(sending.state === "sent") });
  }
  const kinds = [...tally].map(([kind, counts]) => ({ kind, ...counts })).sort((a, b) => b.recorded - a.recorded);
  const onlyHere = filed.filter(({ sending }) => sending.state !== "sent");
  return {
    recorded: kinds.reduce((sum, { recorded }) => sum + recorded, 0),
    onServer: kinds.reduce((sum, { onServer }) => sum + onServer, 0),
    kinds,
    onlyHere: onlyHere.length,
    needsAttention: onlyHere.filter(({ sending }) => sending.state === "needsAttention").length,
    oldest: onlyHere.map(({ document }) => latestWrite(document, device) ?? document.createdAt).sort()[0],
    unknown: records.damaged(),
  };
};

/** When this phone last wrote to a document, by what stands in it; nothing where it never did. */
const latestWrite = ({ stamps, createdDevice, createdAt }: Document, device: string): string | undefined => {
  const written = Object.entries(stamps.edits).flatMap(([stamp, [, at]]) =>
    isDevice(deviceOf(stamp), device) ? [at] : [],
  );
  return [...written, ...(createdDevice === device ? [createdAt] : [])].sort().at(-1);
};
