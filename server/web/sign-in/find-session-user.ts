/** Whose session a cookie is, and which roles that account has. */
export type FindSessionUser = (
  cookie: string,
) => Promise<{ readonly name: string; readonly roles: readonly string[] } | undefined>;

type Session = { readonly userCtx?: { readonly name: string | null; readonly roles: readonly string[] } };

/** Asks the store itself, embedded or not; `base` is where its API is. Undefined for a cookie that is over or forged. */
export const findSessionUser =
  (base: () => string): FindSessionUser =>
  async (cookie) => {
    const own = /(?:^|;\s*)(AuthSession=[^;]+)/.exec(cookie)?.[1];
    if (!own) return undefined;
    const response = await fetch(`${base()}/_session`, { headers: { cookie: own } });
    if (!response.ok) return undefined;
    const { userCtx } = (await response.json()) as Session;
    return userCtx?.name ? { name: userCtx.name, roles: userCtx.roles } : undefined;
  };
