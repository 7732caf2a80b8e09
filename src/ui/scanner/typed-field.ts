/** A text field as it was before a key. */
export type TypedField = { restore(): void };

/** Puts a field back as it was, in a way that its owner hears of; nothing for what is no text field. */
export const fieldOf = (target: EventTarget | null): TypedField | undefined => {
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isText) return undefined;
  const { value, selectionStart } = target;
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), "value")?.set;
  return {
    restore: () => {
      setter?.call(target, value);
      target.dispatchEvent(new Event("input", { bubbles: true }));
      if (selectionStart !== null) target.setSelectionRange(selectionStart, selectionStart);
    },
  };
};
