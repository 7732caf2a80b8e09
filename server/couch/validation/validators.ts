import { accountFault } from "../accounts/check-account.ts";
import type { UserContext } from "../accounts/user-context.ts";
import { isDesignId } from "../documents/document-id.ts";
import type { Check, RowError } from "../documents/write-context.ts";
import type { JsonObject } from "../json/json.ts";
import { refuse } from "../refuse.ts";
import type { Database } from "../store/database.ts";
import type { BuiltInRules } from "./built-in-rules.ts";
import { type DesignCheck, openDesignCheck } from "./check-design.ts";
import { openInterpreters } from "./interpreters.ts";
import { rowError } from "./row-error.ts";
import { openValidationFunctions } from "./validation-functions.ts";

/** Decides which new versions may be written. */
export type Validators = {
  /** In the order of the checks; undefined for yes. */
  readonly check: (database: Database, user: UserContext, checks: readonly Check[]) => (RowError | undefined)[];
};

/** Loads the interpreter. Everything later is synchronous, as it runs inside a transaction. */
export const openValidators = async (own: BuiltInRules): Promise<Validators> => {
  const interpreters = await openInterpreters();
  const judges = openValidationFunctions(interpreters, own);
  const checkDesign = openDesignCheck(interpreters.current, own);

  const giveUp = (): void => {
    interpreters.giveUp();
    judges.abandon();
  };
  const judgeAll = (database: Database, user: UserContext, checks: readonly Check[]): (RowError | undefined)[] => {
    const errors = checks.map((one) => nativeError(checkDesign, database, user, one));
    const open = checks.map((_, i) => i).filter((i) => errors[i] === undefined && !isDesignId(checks[i]?.id ?? ""));
    const context = JSON.stringify({ db: database.name, name: user.name, roles: user.roles });
    for (const { judge, fault } of open.length > 0 ? judges.of(database) : []) {
      const left = open.filter((i) => errors[i] === undefined);
      const texts = left.map((i) => pairText(checks[i]));
      const verdicts = judge?.judge(texts, context, database.security);
      for (const [at, i] of left.entries()) errors[i] = verdicts ? rowError(verdicts[at] ?? null) : fault;
      if (judge?.isBroken()) giveUp();
    }
    return errors;
  };
  const check: Validators["check"] = (database, user, checks) => {
    try {
      return judgeAll(database, user, checks);
    } catch (error) {
      // WebAssembly's own error: the interpreter is beyond use.
      if (!(error instanceof Error && error.name === "RuntimeError")) throw error;
      giveUp();
      return refuse(503, "service unavailable", "The validation functions cannot be run at this moment.");
    }
  };
  return { check };
};

const pairText = (check: Check | undefined): string => `[${check?.newDoc()},${check?.oldDoc() ?? "null"}]`;

/** Rules that are the server's own: who writes design documents, and what `_users` takes. */
const nativeError = (
  checkDesign: DesignCheck,
  database: Database,
  user: UserContext,
  check: Check,
): RowError | undefined => {
  if (isDesignId(check.id)) return checkDesign(database, user, check);
  if (database.name !== "_users") return undefined;
  const oldDoc = check.oldDoc();
  const old = oldDoc === null ? null : (JSON.parse(oldDoc) as JsonObject);
  const security = JSON.parse(database.security) as JsonObject;
  const fault = accountFault(JSON.parse(check.newDoc()) as JsonObject, old, user, security);
  return fault === undefined ? undefined : { status: 403, error: "forbidden", reason: fault };
};
