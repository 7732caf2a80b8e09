import { sitesOf } from "../../domain/model/databases.ts";
import type { IconName } from "../../ui/display/icon-shapes.ts";

export type JobName = "arrivals" | "roster" | "transport";
export type Job = { readonly job: JobName; readonly href: string; readonly icon: IconName };

/** What somebody with these roles does: the places of the bottom bar. */
export const jobsOf = (roles: readonly string[]): readonly Job[] => {
  const atSite = sitesOf(roles).length > 0;
  const moves = roles.some((role) => role === "driver" || role === "coordinator" || role.startsWith("lead:"));
  return [...(atSite ? [arrivals, roster] : []), ...(moves ? [transport] : [])];
};

/** Whether somebody may plan trips from a site. */
export const mayPlan = (roles: readonly string[], site: string | undefined): boolean =>
  site !== undefined && (roles.includes("coordinator") || roles.includes(`lead:${site}`));

export const isLead = ({ roles }: { readonly roles: readonly string[] }): boolean =>
  roles.some((role) => role === "coordinator" || role.startsWith("lead:"));

const arrivals: Job = { job: "arrivals", href: "/arrivals", icon: "people" };
const roster: Job = { job: "roster", href: "/roster", icon: "bed" };
const transport: Job = { job: "transport", href: "/transport", icon: "bus" };
