import type { Page } from "playwright-core";

/** Collects the bytes of every secret key that a page makes or derives from now on; call it before the page is loaded. */
export const captureKeys = async (page: Page): Promise<readonly Uint8Array[]> => {
  const heard: Uint8Array[] = [];
  await page.exposeBinding("heardKey", (_, bytes: number[]) => void heard.push(Uint8Array.from(bytes)));
  await page.addInitScript(() => {
    const tell = (bytes: ArrayBuffer | ArrayBufferView) => {
      const buffer = bytes instanceof ArrayBuffer ? bytes : bytes.buffer;
      (globalThis as unknown as { heardKey(bytes: number[]): void }).heardKey([
        ...new Uint8Array(buffer as ArrayBuffer),
      ]);
    };
    // Public keys of the server; by HMAC a locked phone proves which phone asks, and HKDF begins with a salt of zeros.
    const open = new Set(["X25519", "HMAC"]);
    const { wrapKey, importKey } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.wrapKey = async function (...call) {
      tell(await this.exportKey("raw", call[1]));
      return wrapKey.apply(this, call);
    };
    SubtleCrypto.prototype.importKey = async function (this: SubtleCrypto, ...call: unknown[]) {
      const { name = call[2] } = call[2] as { readonly name?: string };
      if (call[0] === "raw" && !open.has(String(name))) tell(call[1] as ArrayBuffer);
      return importKey.apply(this, call as Parameters<typeof importKey>);
    } as typeof importKey;
  });
  return heard;
};
