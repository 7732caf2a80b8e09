import type { BrowserContext, Page } from "playwright-core";

/** Milliseconds since the page's navigation began. */
export type Task = { readonly from: number; readonly took: number };
export type Interaction = {
  readonly id: number;
  readonly kind: string;
  readonly on: string;
  readonly at: string;
  readonly from: number;
  readonly took: number;
};
export type Shift = {
  readonly from: number;
  readonly value: number;
  readonly at: string;
  readonly on: readonly string[];
};

/** What a page noted since it was loaded, or since `startAnew`. */
export type Vitals = {
  readonly now: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly longTasks: readonly Task[];
  /** Moves of what somebody looks at that no input of the last half second explains. */
  readonly shifts: readonly Shift[];
  /** Those that took 16 ms or more; the browser reports no others. */
  readonly interactions: readonly Interaction[];
  /** How many there were of any length. */
  readonly interactionCount: number;
};

/** Each page of the context notes from its first moment on what people feel of it. */
export const watchVitals = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(note);
};

export const readVitals = (page: Page): Promise<Vitals> =>
  page.evaluate(() => (globalThis as unknown as { vitals: { read: () => Vitals } }).vitals.read());

/** Forgets what was noted: what comes next is what is measured. */
export const startAnew = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as { vitals: { clear: () => void } }).vitals.clear());

/** Resolves once no task was long for five seconds, which is when a page counts as usable. */
export const untilQuiet = async (page: Page): Promise<void> => {
  for (;;) {
    const { now, longTasks, firstPaint } = await readVitals(page);
    const last = longTasks.at(-1);
    if (firstPaint > 0 && now - Math.max(firstPaint, last ? last.from + last.took : 0) > 5_000) return;
    await page.waitForTimeout(200);
  }
};

/** What long tasks hold up beyond the 50 ms that nobody notices (Lighthouse's total blocking time), of those that end after `since`. */
export const blockingTime = ({ longTasks }: Vitals, since: number): number =>
  Math.round(longTasks.reduce((sum, { from, took }) => sum + Math.max(0, Math.min(took, from + took - since) - 50), 0));

/** All shifts added up: never less than CLS, which takes the worst five seconds. */
export const shifted = ({ shifts }: Vitals): number =>
  Number(shifts.reduce((sum, { value }) => sum + value, 0).toFixed(4));

/** As `web-vitals` reckons INP: the slowest but one in fifty, the longest event of each interaction counting. */
export const nextPaint = (interactions: readonly Interaction[], count: number): { p98: number; worst: number } => {
  const longest = new Map<number, number>();
  for (const { id, took } of interactions) longest.set(id, Math.max(took, longest.get(id) ?? 0));
  const slowestFirst = [...longest.values()].sort((a, b) => b - a);
  return { p98: slowestFirst[Math.floor(count / 50)] ?? 16, worst: slowestFirst[0] ?? 16 };
};

/** In the page. */
const note = (): void => {
  type Entry = PerformanceEntry & {
    readonly interactionId: number;
    readonly target: Element | null;
    readonly hadRecentInput: boolean;
    readonly value: number;
    readonly sources: readonly { readonly node: Node | null }[];
  };
  const watch = (type: string, hear: (entry: Entry) => void, more: object = {}) => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[]) hear(entry);
    });
    observer.observe({ type, buffered: true, ...more });
    return () => {
      for (const entry of observer.takeRecords() as Entry[]) hear(entry);
    };
  };
  const named = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element ? `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`.trim() : "";
  };
  /** Of an address without who it is about. */
  const place = () => location.pathname.split("/").slice(0, 3).join("/");
  let [firstPaint, largestPaint, countedBefore] = [0, 0, 0];
  const longTasks: Task[] = [];
  const shifts: Shift[] = [];
  const interactions: Interaction[] = [];
  const flushes = [
    watch("paint", ({ name, startTime }) => {
      if (name === "first-contentful-paint") firstPaint = startTime;
    }),
    watch("largest-contentful-paint", ({ startTime }) => {
      largestPaint = startTime;
    }),
    watch("longtask", ({ startTime, duration }) => longTasks.push({ from: startTime, took: duration })),
    watch("layout-shift", ({ hadRecentInput, startTime, value, sources }) => {
      if (!hadRecentInput)
        shifts.push({ from: startTime, value, at: place(), on: sources.map(({ node }) => named(node)) });
    }),
    watch(
      "event",
      ({ interactionId, name, target, startTime, duration }) => {
        if (interactionId > 0)
          interactions.push({
            id: interactionId,
            kind: name,
            on: named(target),
            at: place(),
            from: startTime,
            took: duration,
          });
      },
      { durationThreshold: 16 },
    ),
  ];
  const counted = () => (performance as Performance & { readonly interactionCount: number }).interactionCount;
  const read = (): Vitals => {
    for (const flush of flushes) flush();
    const interactionCount = counted() - countedBefore;
    return { now: performance.now(), firstPaint, largestPaint, longTasks, shifts, interactions, interactionCount };
  };
  const clear = () => {
    read();
    countedBefore = counted();
    for (const list of [longTasks, shifts, interactions]) list.length = 0;
  };
  Object.assign(globalThis, { vitals: { read, clear } });
};
