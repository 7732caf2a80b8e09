/** What the page and the worker say to each other: the only file they share. */
export type ToWorker = { readonly type: "take-over" };

export type FromWorker = { readonly type: "ready-offline" };

export const isToWorker = (said: unknown): said is ToWorker => typeOf(said) === "take-over";

export const isFromWorker = (said: unknown): said is FromWorker => typeOf(said) === "ready-offline";

const typeOf = (said: unknown): unknown =>
  typeof said === "object" && said !== null && "type" in said ? said.type : undefined;
