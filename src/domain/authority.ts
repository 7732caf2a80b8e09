import type { Home } from "./kind.ts";
import type { KindName } from "./kinds.ts";

/** What somebody is, seen from one database. */
export type Role = "coordinator" | "lead" | "volunteer" | "driver";

/**
 * Who may write which kind where: the table from which `validate_doc_update` is made. What is not here nobody but the server's
 * own workers writes. Reading is granted by database (`_security`), never here.
 */
export const writers: Readonly<Record<Home, Readonly<Partial<Record<KindName, readonly Role[]>>>>> = {
  directory: {
    organisation: ["coordinator"],
    site: ["coordinator"],
    room: ["coordinator", "lead"],
    bed: ["coordinator", "lead"],
    vehicle: ["coordinator"],
    driver: ["coordinator"],
  },
  site: {
    person: ["lead", "volunteer"],
    group: ["lead", "volunteer"],
    stay: ["lead", "volunteer"],
    presence: ["lead", "volunteer"],
    rollCall: ["lead", "volunteer"],
    trip: ["coordinator", "lead"],
    line: ["coordinator", "lead"],
  },
  trip: {
    line: ["coordinator", "lead"],
    scan: ["coordinator", "lead", "driver"],
  },
};

/** The parts somebody plays for a document of `site`: `lead:medyka` leads Medyka and nothing else. */
export const partsOf = (roles: readonly string[], site: string | undefined): readonly Role[] =>
  roles.flatMap((role): readonly Role[] => {
    if (role === "coordinator" || role === "driver") return [role];
    const [part, place] = role.split(":");
    return (part === "lead" || part === "volunteer") && place === site ? [part] : [];
  });
