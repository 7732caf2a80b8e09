import type { PrivateStore } from "../../device/private-store/open-private-store.ts";
import { err, ok } from "../../domain/model/result.ts";
import type { ManagedPhone, ManagedPhones, PhoneList, PhonesError } from "../../features/phones/managed-phone.ts";
import type { CallError, Server } from "../../sync/connection/server.ts";

/**
 * What a lead asks the server about the phones of those they lead. The last list stays, sealed: a forgotten passphrase is helped without
 * a network, too.
 */
export const managedPhonesClient = (
  server: Server,
  { settings }: Pick<PrivateStore, "settings">,
  now: () => string,
): ManagedPhones => {
  const told = async (path: string, body: object) => {
    const answer = await server.post<object>(`_phone/${path}`, body);
    return answer.ok ? ok(undefined) : err(errorOf(answer.error));
  };
  return {
    list: async () => {
      const answer = await server.get<{ readonly phones: readonly ManagedPhone[] }>("_phone/list");
      if (answer.ok) {
        const { phones } = answer.value;
        await settings.set(listKept, { phones, at: now() });
        return ok({ phones });
      }
      const kept = answer.error.type === "forbidden" ? undefined : await settings.get<PhoneList>(listKept);
      return kept ? ok(kept) : err(errorOf(answer.error));
    },
    invite: async (name, site) => {
      const answer = await server.post<Invited | { taken: true }>("_phone/invite", { name, site });
      if (!answer.ok) return err(errorOf(answer.error));
      if ("taken" in answer.value) return err({ type: "NameTaken" });
      const { ticket, digits, endsAt } = answer.value;
      // A server that does not know tickets yet.
      return ticket === undefined
        ? err({ type: "NotReached" })
        : ok({ link: `${location.origin}/#enrol=${ticket}`, digits, endsAt });
    },
    wipe: (device) => told("wipe", { device }),
    name: (device, name) => told("name", { device, name }),
    move: async (move) => {
      const answer = await server.post<{ readonly refused?: keyof typeof refusals }>("_phone/move", move);
      if (!answer.ok) return err(errorOf(answer.error));
      const { refused } = answer.value;
      return refused === undefined ? ok(undefined) : err({ type: refusals[refused] ?? "NotReached" });
    },
    end: (name) => told("end", { name }),
  };
};

type Invited = { readonly ticket: string | undefined; readonly digits: string; readonly endsAt: string };

/** Why the server did not move an account that may be moved; one that this app does not know is no answer. */
const refusals = { noSuchSite: "NoSuchSite", notThere: "NotThere" } as const;

/** Where the last list lies. */
export const listKept = "ledPhones";
const errorOf = ({ type }: CallError): PhonesError => ({ type: type === "forbidden" ? "NotYours" : "NotReached" });
