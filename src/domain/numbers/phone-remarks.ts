import { dialledIn, numbersIn } from "./phone-number.ts";

/** What there is to say of a typed telephone number. `phone`, `first` and `other` are numbers as they stand in the text. */
export type PhoneRemark =
  | { readonly type: "emergency"; readonly phone: string }
  | { readonly type: "noNumber" }
  | { readonly type: "two"; readonly first: string; readonly other: string }
  | { readonly type: "withNote"; readonly phone: string };

/** Nothing for an empty text and for one number alone. `noNumber`: no number of Poland, Ukraine or, with its code, of another country. */
export const phoneRemark = (typed: string): PhoneRemark | undefined => {
  const text = typed.trim();
  if (text === "") return undefined;
  if (helpLines.test(text.replace(/[\s-]/g, ""))) return { type: "emergency", phone: text };
  const [first, other] = numbersIn(text);
  if (first === undefined) return { type: "noNumber" };
  if (other !== undefined) return { type: "two", first, other };
  const phone = dialledIn(text);
  return phone.replace(/\D/g, "") === text.replace(/^8(?=\D*0)|\D/g, "") && !/\p{L}/u.test(text)
    ? undefined
    : { type: "withNote", phone };
};

/** The same text with its first two numbers in the other order: what stands around them stays. */
export const otherFirst = (text: string): string => {
  const [first, other] = numbersIn(text);
  if (first === undefined || other === undefined) return text;
  const at = text.indexOf(first);
  const then = text.indexOf(other, at + first.length);
  return `${text.slice(0, at)}${other}${text.slice(at + first.length, then)}${first}${text.slice(then + other.length)}`;
};

/** Emergency calls in Poland and Ukraine, and the European numbers of help lines: never somebody's own. */
const helpLines = /^(112|911|98[1-6]|99[1-9]|10[1-4]|116\d{3})$/;
