/** What a key is pressed for. */
export type Meaning = "search" | "new" | "keys" | "up" | "down" | "close";

type Pressed = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "isComposing" | "defaultPrevented"
> & { readonly target: unknown };

/**
 * What a key means outside of fields, and without Ctrl, Alt or Meta. `hasLetters`: letters and signs may be switched off, for people who dictate,
 * or whose hands tremble, press them by accident.
 */
export const meaningOf = (pressed: Pressed, hasLetters: boolean): Meaning | undefined => {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  if (pressed.isComposing || pressed.defaultPrevented || isTyping(pressed.target)) return undefined;
  const named = pressed.shiftKey ? undefined : byName[pressed.key];
  return named ?? (hasLetters ? signOf(pressed) : undefined);
};

const byName: Readonly<Record<string, Meaning>> = { ArrowUp: "up", ArrowDown: "down", Escape: "close" };

/** By the sign, or by the place of the key on a Cyrillic layout: users do not switch layouts for a shortcut. */
const signOf = ({ key, code, shiftKey }: Pressed): Meaning | undefined => {
  if (key === "?" || (code === "Slash" && shiftKey && key === ",")) return "keys";
  if (key === "/" || (code === "Slash" && !shiftKey && key === ".")) return "search";
  if (!shiftKey && (key === "n" || (code === "KeyN" && key === "т"))) return "new";
  return undefined;
};

/** In a field keys are what is typed; in a choice the arrows choose. */
const isTyping = (target: unknown): boolean => {
  const { tagName = "", isContentEditable = false } = (target ?? {}) as Partial<HTMLElement>;
  return isContentEditable || /^(input|textarea|select)$/i.test(tagName);
};
