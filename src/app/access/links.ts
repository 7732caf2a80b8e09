/** Where an address leads that a lead's QR holds. None opens anything: what is missing is typed. */
export type Link = { readonly opens: "enrol" | "reset"; readonly rest: string };

/** Takes it out of the address at once. It is behind the `#`, so no server sees it; what stays in the browser's history is worth nothing. */
export const takeLink = (): Link | undefined => {
  const [, opens, rest = ""] = /^#(enrol|reset)\b=?(.*)/.exec(location.hash) ?? [];
  if (opens === undefined) return undefined;
  history.replaceState(null, "", location.pathname);
  return { opens: opens === "enrol" ? opens : "reset", rest };
};

const name = "prystan.ticket";

/** A ticket that is being used in this tab, so that loading the page again loses nothing: it opens nothing without its digits. */
export const keepTicket = (ticket: string): void => sessionStorage.setItem(name, ticket);
export const forgetTicket = (): void => sessionStorage.removeItem(name);
export const keptLink = (): Link | undefined => {
  const rest = sessionStorage.getItem(name);
  return rest === null ? undefined : { opens: "enrol", rest };
};
