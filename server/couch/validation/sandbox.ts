import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from "quickjs-emscripten-core";
import { SANDBOX_SCRIPT } from "./sandbox-script.ts";
import { timeLimit } from "./time-limit.ts";
import type { ValidationFunction, ValidationVerdict } from "./validation-function.ts";

const MEMORY_BYTES = 48 * 1024 * 1024;
const STACK_BYTES = 512 * 1024;
/** One call into the interpreter judges so many documents, in at most so long. */
const DOCUMENTS_A_CALL = 200;
const CALL_MS = 1000;
/** Longer: what is given up here stays given up, and only an administrator can write it. */
const COMPILE_MS = 5000;
/** A batch that keeps running into the limit is given up. */
const MOST_INTERRUPTIONS = 3;
const TOO_LONG: ValidationVerdict = ["timeout", "The validation function took too long."];
const GAVE_UP: ValidationVerdict = ["os_process_error", "The validation function could not be run to its end."];
const OUT_OF_MEMORY = /out of memory/;

/**
 * Compiles a validation function, alone in an interpreter of its own; throws its SyntaxError. `design`: JSON text of the design
 * document, its `this`.
 */
export const openSandbox = (quickjs: QuickJSWASMModule, source: string, design: string): ValidationFunction => {
  const runtime = quickjs.newRuntime({ memoryLimitBytes: MEMORY_BYTES, maxStackSizeBytes: STACK_BYTES });
  let isTooLong = timeLimit(COMPILE_MS);
  let isBroken = false;
  runtime.setInterruptHandler(() => isTooLong());
  const context = runtime.newContext();
  const compiled = compile(context, source, design);
  if ("fault" in compiled) {
    disposeAll([context, runtime]);
    throw new SyntaxError(compiled.fault);
  }
  const { machine, run, taken } = compiled;

  const call: Call = (method, ...texts) => {
    isTooLong = timeLimit(CALL_MS);
    const text = callText(context, method === "run" ? run : taken, texts);
    if (text === undefined && !isTooLong()) isBroken = true;
    return text;
  };
  const judge = (documents: readonly string[], user: string, security: string): ValidationVerdict[] => {
    const verdicts: ValidationVerdict[] = [];
    try {
      judgeInParts(call, documents, verdicts, [user, security]);
    } catch {
      isBroken = true;
    }
    isBroken ||= verdicts.some((verdict) => verdict?.[0] === "InternalError" && OUT_OF_MEMORY.test(String(verdict[1])));
    while (verdicts.length < documents.length) verdicts.push(GAVE_UP);
    return verdicts;
  };
  return { judge, isBroken: () => isBroken, dispose: () => disposeAll([taken, run, machine, context, runtime]) };
};

type Call = (method: "run" | "taken", ...texts: string[]) => string | undefined;

/** Adds a verdict for each document. One that runs too long is refused, and judging goes on behind it. */
const judgeInParts = (
  call: Call,
  documents: readonly string[],
  verdicts: ValidationVerdict[],
  others: readonly [string, string],
): void => {
  let interruptions = 0;
  while (verdicts.length < documents.length && interruptions <= MOST_INTERRUPTIONS) {
    const part = documents.slice(verdicts.length, verdicts.length + DOCUMENTS_A_CALL);
    const whole = call("run", `[${part.join(",")}]`, ...others);
    verdicts.push(...(JSON.parse(whole ?? call("taken") ?? "[]") as ValidationVerdict[]));
    if (whole !== undefined) continue;
    interruptions++;
    verdicts.push(TOO_LONG);
  }
  while (verdicts.length < documents.length) verdicts.push(TOO_LONG);
};

/** Undefined where the call was interrupted or ran out of memory. */
const callText = (context: QuickJSContext, method: QuickJSHandle, texts: readonly string[]): string | undefined => {
  const handles = texts.map((text) => context.newString(text));
  const result = context.callFunction(method, context.undefined, ...handles);
  disposeAll(handles);
  const text = result.error ? undefined : context.getString(result.value);
  result.dispose();
  return text;
};

type Compiled = { readonly machine: QuickJSHandle; readonly run: QuickJSHandle; readonly taken: QuickJSHandle };

const compile = (context: QuickJSContext, source: string, design: string): Compiled | { readonly fault: string } => {
  const boot = context.unwrapResult(context.evalCode(SANDBOX_SCRIPT));
  const [text, owner] = [context.newString(source), context.newString(design)];
  const result = context.callFunction(boot, context.undefined, text, owner);
  disposeAll([boot, text, owner]);
  if (result.error) {
    const { message } = context.dump(result.error) as { message?: unknown };
    result.error.dispose();
    return { fault: String(message ?? "compilation failed") };
  }
  const machine = result.value;
  return { machine, run: context.getProp(machine, "run"), taken: context.getProp(machine, "taken") };
};

const disposeAll = (things: readonly (QuickJSHandle | QuickJSContext | QuickJSRuntime)[]): void => {
  for (const thing of things) thing.dispose();
};
