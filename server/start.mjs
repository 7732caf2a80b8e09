// `npm start`: one process that serves the app, the store and the workers.
import { ready } from "./ready.mjs";

ready();
await import("../dist/server/main.js");
