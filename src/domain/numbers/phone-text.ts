import type { PhoneNumber } from "./phone-number.ts";

/** A number as it is shown: in E.164; with what was typed before it where that says more, as an extension, a remark or a second number. */
export const phoneText = ({ raw, e164 }: PhoneNumber): string => {
  if (!e164) return raw;
  const digits = raw.replace(/\D/g, "").replace(/^(8(?=0))?0*/, "");
  return e164.endsWith(digits) && !/\p{L}/u.test(raw) ? e164 : `${raw} (${e164})`;
};
