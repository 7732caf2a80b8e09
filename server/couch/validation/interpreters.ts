import releaseVariant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, type QuickJSWASMModule } from "quickjs-emscripten-core";

/** QuickJS, with another one ready for the case that it breaks. */
export type Interpreters = {
  readonly current: () => QuickJSWASMModule;
  /** Gives the current one up, with all that lives in it: it ran out of memory and cannot be trusted to clean up. */
  readonly giveUp: () => void;
};

const load = (): Promise<QuickJSWASMModule> => newQuickJSWASMModuleFromVariant(releaseVariant);

/** How many may break before the next ones are loaded. */
const SPARES = 2;

export const openInterpreters = async (): Promise<Interpreters> => {
  const loaded = await Promise.all(Array.from({ length: SPARES + 1 }, load));
  let isLastBroken = false;
  const refill = async (): Promise<void> => {
    loaded.push(await load());
    if (isLastBroken) loaded.shift();
    isLastBroken = false;
  };
  return {
    current: () => loaded[0] as QuickJSWASMModule,
    giveUp: () => {
      // Without a spare the broken one stays until a new one is there; what it cannot judge is refused.
      if (loaded.length > 1) loaded.shift();
      else isLastBroken = true;
      refill().catch(() => undefined);
    },
  };
};
