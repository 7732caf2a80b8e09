import { type ChildProcess, spawn } from "node:child_process";
import { watchServer } from "../runs/evidence.ts";
import { freePort } from "./free-port.ts";

/** A built server as a process of its own. */
export type ServerProcess = { readonly address: string; end(): Promise<void> };

export const administrator = { user: "admin", password: "test-admin" };

/** Starts a build on a free port; resolves once it answers. What it logs is kept for a test that fails. */
export const startServer = async (
  environment: Readonly<Record<string, string>>,
  build: string,
): Promise<ServerProcess> => {
  const port = await freePort();
  const child = spawn("node", [`${build}/server/main.js`], {
    env: {
      ...process.env,
      PORT: String(port),
      ADMIN_USER: administrator.user,
      ADMIN_PASSWORD: administrator.password,
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const unwatch = watchServer(child.stderr);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await saysItIsReady(child);
  return {
    address: `http://localhost:${port}`,
    end: async () => {
      child.kill("SIGTERM");
      await ended;
      unwatch();
    },
  };
};

const saysItIsReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on("data", (text) => String(text).includes("Prystan:") && resolve());
    child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
  });
