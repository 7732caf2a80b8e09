/**
 * One tab works with an account's store at a time. The newest one takes over; the one before is told, so that it can close the
 * store and say so. Without the Web Locks API (old browsers) every tab takes itself for the only one.
 */
export const becomeActiveTab = (name: string, onTakenOver: () => void): (() => void) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks?.request(`prystan:${name}`, { steal: true }, () => held).catch(onTakenOver);
  return release;
};
