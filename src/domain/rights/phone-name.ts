/**
 * What a phone may be called: up to 40 characters of one line; none takes the name away. Control characters are left out, and so are those that
 * nobody sees or that turn the direction of what stands beside them.
 */
export const phoneName = /^[^\p{C}\p{Zl}\p{Zp}]{0,40}$/u;
