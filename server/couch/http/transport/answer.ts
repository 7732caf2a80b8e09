import type { Readable } from "node:stream";
import type { Json } from "../../json/json.ts";

/** What an endpoint answers. `isLive`: pieces come over time and must reach the client one by one. */
export type Answer = {
  readonly status: number;
  readonly body: string | Buffer | Readable;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly isLive?: boolean;
};

export const json = (status: number, value: Json | object, headers?: Record<string, string | string[]>): Answer =>
  jsonText(status, `${JSON.stringify(value)}\n`, headers);

export const jsonText = (
  status: number,
  body: string | Readable,
  headers?: Record<string, string | string[]>,
): Answer => ({
  status,
  body,
  headers: { "content-type": "application/json", ...headers },
});

export const ok = (status = 200): Answer => json(status, { ok: true });
