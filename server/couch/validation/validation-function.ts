/** What a validation function threw: its kind and its message; null where it let the document pass. */
export type ValidationVerdict = readonly [kind: string, message: unknown] | null;

/** One validation function, ready to be asked. */
export type ValidationFunction = {
  /** Judges documents, each a JSON text of the pair `[newDoc, oldDoc]`; `user` and `security` are JSON texts. Never throws. */
  readonly judge: (documents: readonly string[], user: string, security: string) => ValidationVerdict[];
  /** Whether it ran out of memory: the interpreter it lives in must be given up, as freeing it could fail. */
  readonly isBroken: () => boolean;
  readonly dispose: () => void;
};
