import { randomLetters } from "./keyring/random-letters.ts";
import type { Settings } from "./open-device.ts";

/**
 * Names one person's store on this device in stamps: eight random characters, made once. Two people on one phone are two
 * devices, for neither has seen what the other wrote.
 */
export const deviceId = async (settings: Settings, holder: string): Promise<string> => {
  const known = await settings.get<string>(`deviceId:${holder}`);
  if (known) return known;
  const fresh = randomLetters(8);
  await settings.set(`deviceId:${holder}`, fresh);
  return fresh;
};

/** The names of all accounts' stores on this phone. */
export const knownDevices = async (settings: Settings): Promise<readonly string[]> => [
  ...(await settings.under<string>("deviceId:")).values(),
];
