import { beforeEach } from "vitest";
import { keepEvidence } from "./evidence.ts";

/** For every test: one that goes red keeps what its pages and servers have to say, and its message names where. */
beforeEach(({ task, onTestFailed }) => {
  onTestFailed(async () => {
    const folder = await keepEvidence(`${task.file.name} ${task.name}`);
    if (folder === undefined) return;
    for (const error of task.result?.errors ?? []) {
      const where = ` (screenshots, consoles and logs: ${folder})`;
      if (error.stack) error.stack = error.stack.replace(error.message, error.message + where);
      error.message += where;
    }
  });
});
