/** Fetches what derives keys: not needed to show the lock. */
export const loadArgon2 = () => import("./argon2.ts");
