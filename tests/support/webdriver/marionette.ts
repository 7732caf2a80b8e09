import { connect } from "node:net";
import { elementKey, Refused, type Remote, scriptTimeout } from "./remote.ts";

type Reply = readonly [1, number, { readonly error: string; readonly message: string } | null, unknown];
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (reason: Error) => void };

/**
 * Firefox's own remote protocol, which geckodriver speaks behind WebDriver: `<length>:[0, id, command, parameters]` over TCP. Spoken
 * here because Debian has no geckodriver and npm's fetches its binary from elsewhere.
 */
export const connectMarionette = async (port: number): Promise<Remote> => {
  const socket = connect(port, "127.0.0.1");
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const ended = new Error("Firefox ended the connection");
  socket.on("error", () => {});
  socket.on("close", () => {
    for (const { reject } of waiting.values()) reject(ended);
  });
  const greeted = new Promise<void>((resolve, reject) => {
    socket.once("close", () => reject(ended));
    onMessages(socket, (message) => {
      if (!Array.isArray(message)) return resolve(); // the greeting
      const [, id, error, value] = message as unknown as Reply;
      const call = waiting.get(id);
      waiting.delete(id);
      if (error) call?.reject(new Refused(error.error, error.message));
      else call?.resolve(value);
    });
  });
  await greeted;
  const send = <T>(command: string, parameters: object = {}): Promise<T> => {
    last += 1;
    const text = JSON.stringify([0, last, command, parameters]);
    const answered = new Promise((resolve, reject) => waiting.set(last, { resolve, reject }));
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    return answered as Promise<T>;
  };
  await send("WebDriver:NewSession");
  await send("WebDriver:SetTimeouts", { script: scriptTimeout });
  return {
    navigate: (url) => send("WebDriver:Navigate", { url }),
    refresh: () => send("WebDriver:Refresh"),
    back: () => send("WebDriver:Back"),
    run: async (script, args) =>
      (await send<{ readonly value: unknown }>("WebDriver:ExecuteAsyncScript", { script, args })).value,
    click: (element) => send("WebDriver:ElementClick", { id: element[elementKey] }),
    clear: (element) => send("WebDriver:ElementClear", { id: element[elementKey] }),
    type: (element, text) => send("WebDriver:ElementSendKeys", { id: element[elementKey], text }),
    deleteCookies: () => send("WebDriver:DeleteAllCookies"),
    quit: async () => {
      await send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
      socket.destroy();
    },
  };
};

const onMessages = (socket: ReturnType<typeof connect>, hear: (message: unknown) => void): void => {
  let buffer = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(":");
      const end = colon + 1 + Number(buffer.subarray(0, colon));
      if (colon < 0 || buffer.length < end) return;
      hear(JSON.parse(String(buffer.subarray(colon + 1, end))));
      buffer = buffer.subarray(end);
    }
  });
};
