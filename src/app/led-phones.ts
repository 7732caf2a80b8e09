import { err, ok } from "../domain/result.ts";
import type { LedPhone, LedPhones, PhonesError } from "../features/phones/led-phone.ts";
import type { CallError, Server } from "../sync/server.ts";
import { enrolmentLink } from "./enrolment.ts";

/** What a lead asks the server about the phones of those they lead. Needs a network: nobody keeps such a list on a phone. */
export const ledPhonesAt = (server: Server): LedPhones => {
  const told = async (path: string, body: object) => {
    const answer = await server.post<object>(`_phone/${path}`, body);
    return answer.ok ? ok(undefined) : err(errorOf(answer.error));
  };
  return {
    list: async () => {
      const answer = await server.get<{ readonly phones: readonly LedPhone[] }>("_phone/list");
      return answer.ok ? ok(answer.value.phones) : err(errorOf(answer.error));
    },
    invite: async (name, site) => {
      const answer = await server.post<{ code: string; endsAt: string } | { taken: true }>("_phone/invite", {
        name,
        site,
      });
      if (!answer.ok) return err(errorOf(answer.error));
      if ("taken" in answer.value) return err({ type: "NameTaken" });
      const { code, endsAt } = answer.value;
      return ok({ link: enrolmentLink({ name, code }), endsAt });
    },
    wipe: (device) => told("wipe", { device }),
    end: (name) => told("end", { name }),
  };
};

const errorOf = ({ type }: CallError): PhonesError => ({ type: type === "forbidden" ? "NotYours" : "NotReached" });
