/** Five bits each. Source: Crockford's Base 32. */
export const randomLetters = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte % 32]).join("");

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
