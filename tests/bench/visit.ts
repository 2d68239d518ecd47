import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';

/** The factor by which the processor is slowed down. */
export const slowdown = 4;

/** The cost of one visit to a page. Times are milliseconds of the slowed-down processor. */
export interface Visit {
  requests: number;
  bytes: number;
  /** Script, and all tasks of the main thread, until the page is quiet. */
  script: number;
  tasks: number;
  /** Total blocking time: what tasks take beyond 50 ms each. */
  blocking: number;
  shift: number;
  /** JavaScript heap in use after a collection, bytes. */
  heap: number;
  /** From the script's last byte to the launcher in the page. */
  toLauncher: number;
  /** From the click to the field that has the focus. */
  toField: number;
  /** All tasks of the main thread from the click until the page is quiet again: what opening costs. */
  opening: number;
  /** The longest of them, and what they take beyond 50 ms each. */
  openingLongest: number;
  openingBlocking: number;
}

export interface VisitOptions {
  url: string;
  /** False takes the script tag out of the page. */
  hasWidget: boolean;
  /** Whether the pointer comes, and what it loads is there, before the click. */
  isWarned: boolean;
  /** The script tag's file. */
  script?: string;
}

/** Watches from inside the page: long tasks, shifts, the launcher, clicks and where the focus goes. */
const watch = (): void => {
  const seen = { blocking: 0, longest: 0, shift: 0, launcher: 0, click: 0, field: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.blocking += Math.max(0, duration - 50);
      seen.longest = Math.max(seen.longest, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver(() => {
    if (!seen.launcher && document.querySelector('foyer-root')) seen.launcher = performance.now();
  }).observe(document, { childList: true, subtree: true });
  addEventListener(
    'click',
    (event) => {
      seen.click = event.timeStamp;
    },
    true,
  );
  // Noted where the focus is given, which costs nothing: asking again and again would be a part of what is measured,
  // and a page in the background gets no event of it.
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options?: FocusOptions): void {
    focus.call(this, options);
    const root = this.getRootNode() as Document | ShadowRoot;
    if (this instanceof HTMLTextAreaElement && root.activeElement === this) seen.field ||= performance.now();
  };
};

type Seen = Record<'blocking' | 'longest' | 'shift' | 'launcher' | 'click' | 'field', number>;
const read = (page: Page): Promise<Seen> =>
  page.evaluate(() => ({ ...(window as unknown as { seen: Seen }).seen }));

const metricsOf = async (client: CDPSession): Promise<Record<string, number>> => {
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
};

/** Nothing has been asked for and drawn for a while. Waits outside: a wait inside the page is work of the page. */
const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await wait(300);
};

/** Waits until the field has the focus, without what a locator or a function of the test brings into the page. */
const fieldIsReady = async (client: CDPSession): Promise<void> => {
  for (;;) {
    const { result } = await client.send('Runtime.evaluate', { expression: 'seen.field > 0' });
    if (result.value) return;
    await wait(50);
  }
};

/** Opens the page in a browser context of its own, and opens the panel where there is one. */
export const visitPage = async (
  browser: Browser,
  { url, hasWidget, isWarned, script = 'foyer.js' }: VisitOptions,
): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  if (!hasWidget)
    await page.route('**/demo/', async (route) => {
      const reply = await route.fetch();
      const body = (await reply.text()).replace(/<script async src="\/foyer\.js"[^>]*><\/script>/, '');
      if (body.includes('foyer.js')) throw new Error('the script is still there');
      await route.fulfill({ response: reply, body });
    });
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  // The thread's own time: what other programs take of the machine does not count.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  let requests = 0;
  let bytes = 0;
  // The document itself differs by the tag alone; fulfilled ones have no size on the wire.
  client.on('Network.responseReceived', ({ type }) => {
    if (type !== 'Document') requests++;
  });
  const documents = new Set<string>();
  client.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Document') documents.add(requestId);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!documents.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'load' });
  // Asked once and plainly, in both: what a locator brings into the page would count as ours.
  await page.evaluate(async (wanted) => {
    const { seen } = window as unknown as { seen: Seen };
    // By timers: frames may pause in a browser without a screen.
    while (wanted && !seen.launcher) await new Promise((resolve) => setTimeout(resolve, 20));
  }, hasWidget);
  await settle(page);
  const before = await read(page);
  await client.send('HeapProfiler.enable');
  // Twice: what only finalizers hold goes with the second.
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const metrics = await metricsOf(client);
  const [loaded, sent] = [requests, bytes];
  let toLauncher = 0;
  let toField = 0;
  let opening = 0;
  let openingLongest = 0;
  let openingBlocking = 0;
  if (hasWidget) {
    const end = await page.evaluate(
      (file) =>
        (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).find(({ name }) =>
          name.endsWith(`/${file}`),
        )!.responseEnd,
      script,
    );
    toLauncher = before.launcher - end;
    const [left, top] = await page.evaluate(() => {
      const { x, y, width, height } = document
        .querySelector('foyer-root')!
        .shadowRoot!.querySelector('button')!
        .getBoundingClientRect();
      return [x + width / 2, y + height / 2] as [number, number];
    });
    if (isWarned) {
      // Waited for from before: it may come while the pointer still moves.
      const asked = page.waitForResponse(/assets\/panel-/);
      await page.mouse.move(left, top);
      await asked;
      await page.waitForLoadState('networkidle');
    }
    await page.evaluate(() => {
      (window as unknown as { seen: Seen }).seen.longest = 0;
    });
    const tasksBefore = (await metricsOf(client))['TaskDuration']!;
    const at = { x: left, y: top, button: 'left' as const, clickCount: 1 };
    await client.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await client.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
    await fieldIsReady(client);
    await settle(page);
    opening = ((await metricsOf(client))['TaskDuration']! - tasksBefore) * 1_000;
    const after = await read(page);
    toField = after.field - after.click;
    openingLongest = after.longest;
    openingBlocking = after.blocking - before.blocking;
  }
  await context.close();
  return {
    requests: loaded,
    bytes: sent,
    script: metrics['ScriptDuration']! * 1_000,
    tasks: metrics['TaskDuration']! * 1_000,
    blocking: before.blocking,
    shift: before.shift,
    heap: metrics['JSHeapUsedSize']!,
    toLauncher,
    toField,
    opening,
    openingLongest,
    openingBlocking,
  };
};
