import type { IconName } from "../../ui/display/icon-shapes.ts";

export type JobName = "arrivals" | "roster" | "transport";
export type Job = { readonly job: JobName; readonly href: string; readonly icon: IconName };

/** What somebody with these roles does, at a site or none: the places of the bottom bar. */
export const jobsOf = (roles: readonly string[], site: string | undefined): readonly Job[] => {
  const moves = roles.some((role) => /^(driver|coordinator)$|^(lead|trip|coordinator):/.test(role));
  return [...(site !== undefined ? [arrivals, roster] : []), ...(moves ? [transport] : [])];
};

const arrivals: Job = { job: "arrivals", href: "/arrivals", icon: "people" };
const roster: Job = { job: "roster", href: "/roster", icon: "bed" };
const transport: Job = { job: "transport", href: "/transport", icon: "bus" };
