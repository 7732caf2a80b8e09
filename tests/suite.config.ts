import { mergeConfig } from "vitest/config";
import usual from "../vite.config.ts";
import { LawsFirst } from "./support/laws-first.ts";

/** For `npm test`: all of it, in the shortest time. */
export default mergeConfig(usual, { test: { sequence: { sequencer: LawsFirst } } });
