import type { Author } from "../merge/next-version.ts";
import { err, ok, type Result } from "../model/result.ts";

/** Records that one phone could not send, as a file for another phone. They are what they are: stamps, authors, all. */
export type RecordFile = {
  readonly format: "prystan-records";
  readonly version: 1;
  readonly by: string;
  readonly at: string;
  readonly records: readonly FileEntry[];
};

/** `reason`: why the server did not take it, as far as it was asked. */
export type FileEntry = { readonly database: string; readonly reason?: string; readonly document: unknown };

export const recordFileOf = (records: readonly FileEntry[], { by, at }: Author): RecordFile => ({
  format: "prystan-records",
  version: 1,
  by,
  at,
  records,
});

/** `prystan-20261125-2140.json`: nobody is named in it. */
export const recordFileName = (at: string): string =>
  `prystan-${at.slice(0, 10).replaceAll("-", "")}-${at.slice(11, 16).replace(":", "")}.json`;

export const readRecordFile = (text: string): Result<RecordFile, RecordFileError> => {
  try {
    const file = JSON.parse(text);
    if (file?.format !== "prystan-records" || !Array.isArray(file.records)) return err({ type: "NotARecordFile" });
    if (file.version !== 1) return err({ type: "MadeByNewerApp" });
    const entries = file.records.filter((entry: Partial<FileEntry> | null) => typeof entry?.database === "string");
    return ok({ ...file, by: String(file.by), at: String(file.at), records: entries });
  } catch {
    return err({ type: "NotARecordFile" });
  }
};

export type RecordFileError = { readonly type: "NotARecordFile" } | { readonly type: "MadeByNewerApp" };
