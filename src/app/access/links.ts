/** Where an address leads that a lead's QR holds. None opens anything: what is missing is typed. */
export type Link = { readonly opens: "enrol" | "reset"; readonly rest: string };

/** Takes it out of the address at once. It is behind the `#`, so no server sees it; what stays in the browser's history is worth nothing. */
export const takeLink = (): Link | undefined => {
  const [, opens, rest = ""] = /^#(enrol|reset)\b=?(.*)/.exec(location.hash) ?? [];
  if (opens === undefined) return undefined;
  history.replaceState(null, "", "/");
  return { opens: opens === "enrol" ? opens : "reset", rest };
};
