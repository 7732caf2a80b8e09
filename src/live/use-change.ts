import { useCallback } from "react";
import type { NewDocument } from "../domain/merge/new-document.ts";
import type { Document } from "../domain/model/document.ts";
import type { KindName, Kinds } from "../domain/model/kinds.ts";
import type { Result } from "../domain/model/result.ts";
import type { Attribution } from "../domain/roster/stay-commands.ts";
import type { AddError, ChangeError } from "../store/writer.ts";
import { useLiveContext } from "./live-context.tsx";

export type { AddError, ChangeError };

/** Adds documents to a database; resolves after they are committed to disk. */
export const useAdd = (database: string) => {
  const { writer } = useLiveContext();
  return useCallback(
    (documents: readonly NewDocument[]): Promise<Result<readonly Document[], AddError>> =>
      writer.add(database, documents),
    [writer, database],
  );
};

/** Applies a command of the domain to a stored document; resolves after the commit. */
export const useChange = <K extends KindName>(database: string, _kind: K) => {
  const { writer } = useLiveContext();
  return useCallback(
    <E>(id: string, command: (document: Kinds[K]) => Result<Kinds[K], E>): Promise<Result<Document, E | ChangeError>> =>
      writer.change(database, id, command as (document: never) => Result<Document, E>),
    [writer, database],
  );
};

/** Saves what another phone wrote and could not send; who wrote it stays as it is. */
export const useImportRecords = (): ((database: string, documents: readonly Document[]) => Promise<void>) => {
  const { writer } = useLiveContext();
  return writer.bringIn;
};

/** Who does it and when, for commands that make events. */
export const useAttribution = (): (() => Attribution) => {
  const { author } = useLiveContext();
  return useCallback(() => {
    const { by, at } = author();
    return { by, at };
  }, [author]);
};
