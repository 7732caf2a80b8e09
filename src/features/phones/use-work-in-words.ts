import { isCoordinator, siteOfRole } from "../../domain/model/databases.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";

/** What an account's roles are called, and where: "Volunteer · Medyka". `names`: of sites, by their slug. */
export const useWorkInWords = (names: ReadonlyMap<string, string>) => {
  const t = useT();
  const { and } = useFormats();
  return (roles: readonly string[]): readonly string[] => {
    const at = (part: "volunteer" | "lead") => {
      const sites = roles.flatMap((role) => (role.startsWith(`${part}:`) ? (siteOfRole(role) ?? []) : []));
      const words = t(`lead.roles.${part}`);
      return sites.length === 0 ? [] : [`${words} · ${and(sites.map((site) => names.get(site) ?? site))}`];
    };
    return [
      ...(isCoordinator(roles) ? [t("lead.roles.coordinator")] : []),
      ...at("lead"),
      ...at("volunteer"),
      ...(roles.includes("driver") ? [t("lead.roles.driver")] : []),
    ];
  };
};
