import type { BrowserContext } from "playwright-core";

/** What the pages of a browser did that they must not. */
export type SeenScripts = {
  /** Payloads that ran, by the address of the page. */
  readonly executions: string[];
  /** What the content security policy or Trusted Types held up. */
  readonly reports: string[];
};

/** Gives every page the `hit()` that payloads call, and listens to what the policy refuses. */
export const watchScripts = async (context: BrowserContext): Promise<SeenScripts> => {
  const heard: SeenScripts = { executions: [], reports: [] };
  await context.exposeBinding("hit", ({ frame }) => void heard.executions.push(frame.url()));
  await context.exposeBinding("heldUp", (_, report: string) => void heard.reports.push(report));
  await context.addInitScript(() => {
    const { heldUp } = globalThis as unknown as { heldUp(report: string): void };
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      heldUp(`${effectiveDirective} ${blockedURI} ${sample} at ${location.pathname}`),
    );
  });
  return heard;
};
