import { rmSync } from "node:fs";
import { leftover } from "./leftovers.mjs";

/** Calls `work` with a phone that has never been used. */
export const withProfile = async ({ phones }, address, work) => {
  const profile = phones.newProfile();
  const remove = leftover(() => rmSync(profile, { recursive: true, force: true }));
  const phone = await phones.openPhone({ profile, baseURL: address });
  try {
    return await work(phone);
  } finally {
    await phone.throwAway();
    remove();
  }
};

/** The same, signed in, on the page that holds the contenders. */
export const withPhone = (built, { address, account }, work) =>
  withProfile(built, address, async (phone) => {
    await phone.page.goto("/bench/index.html");
    await phone.page.evaluate(({ name, password }) => window.bench.signIn(name, password), account);
    return work(phone);
  });
