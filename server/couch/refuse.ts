/** A request that is answered with an error in CouchDB's shape: `{"error","reason"}` under `status`. */
export type Refusal = {
  readonly status: number;
  readonly error: string;
  readonly reason: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * Ends the handling of a request. Refusals are thrown, not returned: some sixty places inside one request can
 * refuse it, and exactly one place (`http/transport/answer-to-error.ts`) turns the refusal into an answer.
 */
export const refuse = (status: number, error: string, reason: string, headers?: Record<string, string>): never => {
  throw refusalError({ status, error, reason, ...(headers ? { headers } : {}) });
};

const refusalError = (refusal: Refusal): Error => Object.assign(new Error(refusal.reason), { refusal });

export const badRequest = (reason: string): never => refuse(400, "bad_request", reason);

export const notFound = (reason = "missing"): never => refuse(404, "not_found", reason);

/** The client has gone: no failure of the server. */
export const isGone = (): never => refuse(499, "gone", "The asker has gone.");

/** For what arrives while the server closes: a client tries again later. */
export const isClosing = (): never => {
  throw closingError();
};

export const closingError = (): Error =>
  refusalError({ status: 503, error: "service_unavailable", reason: "The server is closing." });

/** `allow`: the methods that are, comma-separated. */
export const notAllowed = (allow: string): never =>
  refuse(405, "method_not_allowed", `Only ${allow} allowed`, { allow });

/** The refusal inside a thrown value; undefined for anything else, which is then a bug. */
export const refusalOf = (thrown: unknown): Refusal | undefined =>
  thrown instanceof Error && "refusal" in thrown ? (thrown.refusal as Refusal) : undefined;
