/** Where somebody is in the middle of a form, and nothing may come between. */
export const isFormPath = (path: string): boolean =>
  path.includes("/register/") || path.endsWith("/edit") || path.endsWith("/practice");
