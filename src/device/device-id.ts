import type { Settings } from "./open-device.ts";

/** Names this installation in stamps: eight random characters, made once. A new database is a new device. */
export const deviceId = async (settings: Settings): Promise<string> => {
  const known = await settings.get<string>("deviceId");
  if (known) return known;
  const fresh = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => alphabet[byte % 32]).join("");
  await settings.set("deviceId", fresh);
  return fresh;
};

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
