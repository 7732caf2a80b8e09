import { kmu55 } from "../names/transliterate.ts";

/** A suggestion by the official table; never from a Russian spelling, which has no official Latin form. */
export const latinOf = (familyName: string, givenName: string, language: string | undefined) => {
  const names = `${familyName}${givenName}`;
  if (!/\p{Script=Cyrillic}/u.test(names) || /[ыэёъ]/i.test(names) || language === "ru") return {};
  return {
    ...(familyName && { familyNameLat: kmu55(familyName) }),
    ...(givenName && { givenNameLat: kmu55(givenName) }),
    latSource: "kmu55",
  };
};
