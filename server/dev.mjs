// `npm run dev`: the app with hot reload on http://localhost:5173, with a server of its own and the demonstration data behind it.
import { spawn } from "node:child_process";
import { prepareServer } from "./prepare.mjs";

prepareServer();
const port = process.env.PORT ?? "8081";
const environment = {
  ...process.env,
  PORT: port,
  DATA_DIR: process.env.DATA_DIR ?? "data/dev",
  PRYSTAN_SERVER: `http://127.0.0.1:${port}`,
};
const options = { stdio: "inherit", env: environment };
const children = [spawn("node", ["dist/server/main.js"], options), spawn("npx", ["vite"], options)];
for (const child of children) {
  child.once("exit", () => {
    for (const other of children) other.kill();
  });
}
