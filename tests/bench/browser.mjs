import { leftover } from "./leftovers.mjs";

/** Calls `work` with a phone that has never been used, signed in, on the page that holds the contenders. */
export const withPhone = async ({ phones }, { address, account }, work) => {
  const profile = phones.newProfile();
  const remove = leftover(() => phones.removeProfile(profile));
  const phone = await phones.openPhone({ profile, baseURL: address });
  phone.context.setDefaultTimeout(0);
  try {
    await phone.page.goto("/bench/index.html");
    await phone.page.evaluate(({ name, password }) => window.bench.signIn(name, password), account);
    return await work(phone);
  } finally {
    await phone.close();
    remove();
  }
};
