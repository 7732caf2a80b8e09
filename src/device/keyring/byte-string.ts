/** Bytes as a string of characters 0 to 255: what browsers store in one byte each, and RxDB's Dexie storage leaves whole. */
export const byteStringOf = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + piece) as unknown as number[]);
  return text;
};

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
};

/** Without padding. Source: RFC 4648 section 5. */
export const base64url = (bytes: Uint8Array): string =>
  btoa(byteStringOf(bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** Arguments that a call surely takes. */
const piece = 8192;
