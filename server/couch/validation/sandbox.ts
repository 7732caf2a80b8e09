import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from "quickjs-emscripten-core";
import { SANDBOX_SCRIPT } from "./sandbox-script.ts";

/** What a validation function threw: its kind and its message; null where it let the document pass. */
export type Verdict = readonly [kind: string, message: unknown] | null;

/** One validation function, alone in an interpreter of its own. */
export type Sandbox = {
  /** Judges documents, each a JSON text of the pair `[newDoc, oldDoc]`. */
  readonly judge: (documents: readonly string[], user: string, security: string) => Verdict[];
  readonly dispose: () => void;
};

const MEMORY_BYTES = 48 * 1024 * 1024;
const STACK_BYTES = 512 * 1024;
/** One call into the interpreter judges so many documents, in at most so long. */
const DOCUMENTS_A_CALL = 200;
const CALL_MS = 1000;
/** A batch that keeps running into the limit is given up. */
const MOST_INTERRUPTIONS = 3;
const TOO_LONG: Verdict = ["timeout", "The validation function took too long."];

/** Compiles a validation function; throws its SyntaxError. `design`: JSON text of the design document, its `this`. */
export const openSandbox = (quickjs: QuickJSWASMModule, source: string, design: string): Sandbox => {
  const runtime = quickjs.newRuntime({ memoryLimitBytes: MEMORY_BYTES, maxStackSizeBytes: STACK_BYTES });
  let deadline = 0;
  runtime.setInterruptHandler(() => Date.now() > deadline);
  const context = runtime.newContext();
  deadline = Date.now() + CALL_MS;
  const compiled = compile(context, source, design);
  if ("fault" in compiled) {
    disposeAll([context, runtime]);
    throw new SyntaxError(compiled.fault);
  }
  const { machine, run, taken } = compiled;

  const callText = (method: QuickJSHandle, ...texts: string[]): string | undefined => {
    const handles = texts.map((text) => context.newString(text));
    deadline = Date.now() + CALL_MS;
    const result = context.callFunction(method, context.undefined, ...handles);
    disposeAll(handles);
    const text = result.error ? undefined : context.getString(result.value);
    result.dispose();
    return text;
  };
  const judge = (documents: readonly string[], user: string, security: string): Verdict[] => {
    const verdicts: Verdict[] = [];
    for (let interruptions = 0; verdicts.length < documents.length; ) {
      if (interruptions > MOST_INTERRUPTIONS) return documents.map((_, i) => verdicts[i] ?? (i < verdicts.length ? null : TOO_LONG));
      const part = documents.slice(verdicts.length, verdicts.length + DOCUMENTS_A_CALL);
      const whole = callText(run, `[${part.join(",")}]`, user, security);
      verdicts.push(...(JSON.parse(whole ?? callText(taken) ?? "[]") as Verdict[]));
      if (whole !== undefined) continue;
      interruptions++;
      verdicts.push(TOO_LONG);
    }
    return verdicts;
  };
  return { judge, dispose: () => disposeAll([taken, run, machine, context, runtime]) };
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
