/** In the page: keeps what goes wrong from now on. */
export const listen = (): void => {
  const page = globalThis as { complaints?: string[] };
  if (page.complaints) return;
  const complaints: string[] = [];
  page.complaints = complaints;
  addEventListener("error", ({ message }) => complaints.push(message));
  addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    complaints.push(`${violatedDirective} ${blockedURI}`),
  );
};

/** In the page: what was kept since it was loaded. */
export const heard = (): readonly string[] => (globalThis as { complaints?: string[] }).complaints ?? [];
