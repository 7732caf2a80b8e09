import { walledDatabasesOf } from "../../domain/model/databases.ts";
import type { IconName } from "../../ui/display/icon-shapes.ts";

export type JobName = "arrivals" | "roster" | "transport" | "confidential";
export type Job = { readonly job: JobName; readonly href: string; readonly icon: IconName };

/** What somebody with these roles does, at a site or none: the places of the bottom bar. */
export const jobsOf = (roles: readonly string[], site: string | undefined): readonly Job[] => {
  const moves = roles.some((role) => /^(driver|coordinator)$|^(lead|trip|coordinator):/.test(role));
  const reads = walledDatabasesOf(roles).length > 0;
  return [
    ...(site !== undefined ? [arrivals, roster] : []),
    ...(moves ? [transport] : []),
    ...(reads ? [confidential] : []),
  ];
};

const arrivals: Job = { job: "arrivals", href: "/arrivals", icon: "people" };
const roster: Job = { job: "roster", href: "/roster", icon: "bed" };
const confidential: Job = { job: "confidential", href: "/confidential", icon: "lock" };
const transport: Job = { job: "transport", href: "/transport", icon: "bus" };
