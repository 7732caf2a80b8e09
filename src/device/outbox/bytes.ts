import type { Bytes } from "./hpke.ts";

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** As `btoa` takes it: a character a byte. */
export const binary = (bytes: Bytes): string => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};
