import { randomLetters } from "./keyring/random-letters.ts";
import type { Settings } from "./open-device.ts";

/**
 * Names one person's store on this device in stamps: eight random characters, made once. Two people on one phone are two
 * devices, for neither has seen what the other wrote. `fresh` is its name where the phone knows none (any more).
 */
export const deviceId = (settings: Settings, holder: string, fresh = randomLetters(8)): Promise<string> =>
  settings.update<string>(keyOf(holder), (known) => known ?? fresh);

/** The same, where there is one already: asking makes none. */
export const knownDeviceId = (settings: Settings, holder: string): Promise<string | undefined> =>
  settings.get<string>(keyOf(holder));

/** The names of all accounts' stores on this phone. */
export const knownDevices = async (settings: Settings): Promise<readonly string[]> => [
  ...(await settings.under<string>(keyOf(""))).values(),
];

const keyOf = (holder: string): string => `deviceId:${holder}`;
