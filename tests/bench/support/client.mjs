import http from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

const unpack = promisify(gunzip);

/** A client on a connection of its own, who signs in with a cookie like a phone or sends the administrator's name each time. */
export const connect = (port, { authorization } = {}) => {
  const agent = new http.Agent({ keepAlive: true });
  let cookie;

  /** Sends a request below `/db` and reads the whole answer; `body` is JSON text. `lineBytes`: headers too, both ways. */
  const send = (method, path, body, more = {}) =>
    new Promise((resolve, reject) => {
      const headers = {
        accept: "application/json",
        "accept-encoding": "gzip",
        ...(authorization && { authorization }),
        ...(cookie && { cookie }),
        ...more,
        ...(body !== undefined && { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
      };
      const request = http.request(
        { host: "127.0.0.1", port, method, path: `/db${path}`, headers, agent },
        (answer) => {
          const pieces = [];
          answer.on("data", (piece) => pieces.push(piece));
          answer.on("error", reject);
          answer.on("end", () => {
            const given = answer.headers["set-cookie"]?.[0];
            if (given) cookie = given.split(";", 1)[0];
            const whole = Buffer.concat(pieces);
            const text = answer.headers["content-encoding"] === "gzip" ? unpack(whole) : whole;
            const wireBytes = whole.length;
            const lineBytes = bytesOn(line) - before;
            Promise.resolve(text).then(
              (body) => resolve({ status: answer.statusCode, body, wireBytes, lineBytes }),
              reject,
            );
          });
        },
      );
      let [line, before] = [undefined, 0];
      request.on("socket", (socket) => {
        [line, before] = [socket, bytesOn(socket)];
      });
      request.on("error", reject);
      request.end(body);
    });

  /** The answer as JSON; throws what is no success. */
  const ask = async (method, path, value) => {
    const { status, body } = await send(method, path, value === undefined ? undefined : JSON.stringify(value));
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${body.subarray(0, 200)}`);
    return JSON.parse(body);
  };

  return {
    send,
    ask,
    signIn: ({ name, password }) => ask("POST", "/_session", { name, password }),
    close: () => agent.destroy(),
  };
};

const bytesOn = ({ bytesRead = 0, bytesWritten = 0 }) => bytesRead + bytesWritten;

export const basic = (name, password) => `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;

/** Writes documents in batches of JSON text; throws where one is refused. */
export const writeBatches = async (client, database, batches) => {
  for (const batch of batches) {
    const { status, body } = await client.send("POST", `/${database}/_bulk_docs`, batch);
    if (status !== 201 || body.includes('"error"'))
      throw new Error(`_bulk_docs answered ${status} ${body.subarray(0, 200)}`);
  }
};

export const batchesOf = (documents, size) =>
  Array.from({ length: Math.ceil(documents.length / size) }, (_, batch) =>
    JSON.stringify({ docs: documents.slice(batch * size, (batch + 1) * size) }),
  );
