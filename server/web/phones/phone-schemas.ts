import { maxCharacters, maxItems } from "../../../src/domain/exchange/sealed-write.ts";
import { afterLastSeries, firstSeries } from "../../../src/domain/numbers/number-series.ts";
import { accountName } from "../../../src/domain/rights/account-name.ts";
import { phoneName } from "../../../src/domain/rights/phone-name.ts";

const device = { type: "string", pattern: "^[a-z0-9]{4,16}$" } as const;

/** A request's body with exactly these fields. */
const body = <P extends object>(properties: P) => ({
  body: { type: "object", required: Object.keys(properties), additionalProperties: false, properties },
});

export const phoneSchema = {
  body: {
    type: "object",
    required: ["device", "label"],
    additionalProperties: false,
    properties: {
      device,
      label: { type: "string", maxLength: 60 },
      reset: { type: "string", pattern: "^([0-9]{16}|[0-9a-z]{26})$" },
    },
  },
} as const;

const site = { type: "string", pattern: "^[a-z][a-z0-9-]{0,40}$" } as const;
const account = { type: "string", minLength: 1, maxLength: 60 } as const;

export const wipeSchema = body({ device });

export const endSchema = body({ name: account });

export const nameSchema = body({ device, name: { type: "string", pattern: phoneName.source } });

export const moveSchema = body({ name: account, from: site, to: site });

export const inviteSchema = body({
  name: { type: "string", pattern: accountName.source },
  site,
});

export const enrolSchema = body({
  ticket: { type: "string", pattern: "^[A-Za-z0-9_-]{22}$" },
  digits: { type: "string", pattern: "^[0-9]{6}$" },
});

export const questionSchema = body({
  device,
  pass: { type: "string", maxLength: 100 },
  nonce: { type: "string", minLength: 16, maxLength: 100 },
});

export const seriesSchema = body({
  device,
  held: {
    type: "array",
    maxItems: 20,
    items: { type: "integer", minimum: firstSeries, maximum: afterLastSeries - 1 },
  },
  wanted: { type: "integer", minimum: 0, maximum: 2 },
});

const item = {
  type: "object",
  required: ["key", "box"],
  additionalProperties: false,
  properties: { key: { type: "string", maxLength: 200 }, box: { type: "string", maxLength: 200_000 } },
};
export const itemsSchema = body({ items: { type: "array", maxItems: maxItems, items: item } });
export const mostBytes = 2 * maxCharacters;
