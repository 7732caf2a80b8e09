import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

/** Seals texts by AES-256-GCM for one purpose, so that a browser keeps them and only this installation reads them. */
export type Sealer = {
  readonly seal: (text: string) => string;
  /** Nothing for what was forged, cut, or sealed by another installation or for another purpose. */
  readonly open: (sealed: string) => string | undefined;
};

export const openSealer = (key: string, purpose: string): Sealer => {
  const sealing = createHmac("sha256", purpose).update(key).digest();
  return {
    seal: (text) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealing, iv);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < 28) return undefined;
      const cipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(0, 12), { authTagLength: 16 });
      cipher.setAuthTag(bytes.subarray(12, 28));
      try {
        return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
};
