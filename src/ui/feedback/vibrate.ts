/** Felt through a glove, where the phone can; `length` in milliseconds. */
export const vibrate = (length = 80): void => {
  if ("vibrate" in navigator) navigator.vibrate(length);
};
