import { mergeConfig } from "vitest/config";
import { slowUnits } from "./suites.mjs";
import units from "./units.config.ts";

/** For `npm run verify`: the units that take no time. */
export default mergeConfig(units, { test: { exclude: slowUnits } });
