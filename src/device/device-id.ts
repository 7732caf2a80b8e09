import { randomLetters } from "./keyring/random-letters.ts";
import type { Settings } from "./open-device.ts";

/**
 * Names one person's store on this device in stamps: eight random characters, made once. Two people on one phone are two
 * devices, for neither has seen what the other wrote. `fresh` is its name where the phone knows none (any more).
 */
export const deviceId = async (settings: Settings, holder: string, fresh = randomLetters(8)): Promise<string> => {
  const known = await settings.get<string>(`deviceId:${holder}`);
  if (known) return known;
  await settings.set(`deviceId:${holder}`, fresh);
  return fresh;
};

export const hasDeviceId = async (settings: Settings, holder: string): Promise<boolean> =>
  (await settings.get(`deviceId:${holder}`)) !== undefined;

/** The names of all accounts' stores on this phone. */
export const knownDevices = async (settings: Settings): Promise<readonly string[]> => [
  ...(await settings.under<string>("deviceId:")).values(),
];
