// Loaded into a server before anything else: how late its event loop is, told on SIGUSR2 since the last time.
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.on("SIGUSR2", () => {
  const milliseconds = { p999: delay.percentile(99.9) / 1e6, most: delay.max / 1e6 };
  delay.reset();
  writeFileSync(process.env.LOOP_FILE, JSON.stringify(milliseconds));
});
