import { elementKey, Refused, type Remote, scriptTimeout } from "./remote.ts";

/** A session of a WebDriver server. */
export const connectDriver = async (driver: string, capabilities: object): Promise<Remote> => {
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${driver}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const { value } = (await answer.json()) as { value: T & { readonly error?: string; readonly message?: string } };
    if (!answer.ok) throw new Refused(value.error ?? "unknown error", value.message ?? "");
    return value;
  };
  const { sessionId } = await call<{ readonly sessionId: string }>("POST", "/session", {
    capabilities: { alwaysMatch: { ...capabilities, timeouts: { script: scriptTimeout } } },
  });
  const session = `/session/${sessionId}`;
  return {
    navigate: (url) => call("POST", `${session}/url`, { url }),
    refresh: () => call("POST", `${session}/refresh`, {}),
    back: () => call("POST", `${session}/back`, {}),
    run: (script, args) => call("POST", `${session}/execute/async`, { script, args }),
    click: (element) => call("POST", `${session}/element/${element[elementKey]}/click`, {}),
    clear: (element) => call("POST", `${session}/element/${element[elementKey]}/clear`, {}),
    type: (element, text) => call("POST", `${session}/element/${element[elementKey]}/value`, { text }),
    deleteCookies: () => call("DELETE", `${session}/cookie`),
    quit: () => call("DELETE", session),
  };
};
