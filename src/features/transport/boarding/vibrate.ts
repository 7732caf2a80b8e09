/** Felt through a glove, where the phone can. */
export const vibrate = (): void => {
  if ("vibrate" in navigator) navigator.vibrate(80);
};
