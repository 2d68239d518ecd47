/*
 * `npm run bench:page`: what the script tag costs the page that it is on. The demo's start page with and without it,
 * in Chromium with the processor slowed down four times, each load in a browser context of its own; medians.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../helpers/browser.ts';
import { openStage } from '../helpers/stage.ts';

const rounds = Number(process.env['ROUNDS'] ?? 5);
const slowdown = 4;

interface Load {
  requests: number;
  bytes: number;
  /** Milliseconds of script, and of all tasks of the main thread. */
  script: number;
  tasks: number;
  /** Total blocking time: what long tasks take beyond 50 ms each, milliseconds. */
  blocking: number;
  shift: number;
  /** JavaScript heap in use after a collection, bytes. */
  heap: number;
  /** From the script's last byte to the launcher in the page, milliseconds. */
  toLauncher: number;
  /** From the click to the field that has the focus, milliseconds: without a warning, and after the pointer came. */
  toField: number;
}

const median = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;

/** Watches from inside the page: long tasks, shifts, the launcher, clicks and where the focus goes. */
const watch = (): void => {
  const seen = { blocking: 0, shift: 0, launcher: 0, click: 0, field: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocking += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver(() => {
    if (!seen.launcher && document.querySelector('foyer-root')) seen.launcher = performance.now();
  }).observe(document, { childList: true, subtree: true });
  // The focus itself is asked for, again and again: a page in the background gets no event of it.
  const look = (): void => {
    let active: Element | null | undefined = document.activeElement;
    while (active?.shadowRoot) active = active.shadowRoot.activeElement;
    if (active instanceof HTMLTextAreaElement) seen.field = performance.now();
    else setTimeout(look);
  };
  addEventListener(
    'click',
    (event) => {
      seen.click = event.timeStamp;
      look();
    },
    true,
  );
};

type Seen = Record<'blocking' | 'shift' | 'launcher' | 'click' | 'field', number>;
const read = (page: Page): Promise<Seen> =>
  page.evaluate(() => ({ ...(window as unknown as { seen: Seen }).seen }));

const metricsOf = async (client: CDPSession): Promise<Record<string, number>> => {
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
};

const load = async (browser: Browser, url: string, withFoyer: boolean, warned: boolean): Promise<Load> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  if (!withFoyer)
    await page.route('**/demo/', async (route) => {
      const reply = await route.fetch();
      const body = (await reply.text()).replace(/<script async src="\/foyer\.js"[^>]*><\/script>/, '');
      if (body.includes('foyer.js')) throw new Error('the script is still there');
      await route.fulfill({ response: reply, body });
    });
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Performance.enable');
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
  }, withFoyer);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  const before = await read(page);
  await client.send('HeapProfiler.enable');
  // Twice: what only finalizers hold goes with the second.
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const metrics = await metricsOf(client);
  const [loaded, sent] = [requests, bytes];
  let toLauncher = 0;
  let toField = 0;
  if (withFoyer) {
    const end = await page.evaluate(
      () =>
        (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).find(({ name }) =>
          name.endsWith('/foyer.js'),
        )!.responseEnd,
    );
    toLauncher = before.launcher - end;
    const [left, top] = await page.evaluate(() => {
      const { x, y, width, height } = document
        .querySelector('foyer-root')!
        .shadowRoot!.querySelector('button')!
        .getBoundingClientRect();
      return [x + width / 2, y + height / 2] as [number, number];
    });
    if (warned) {
      // Waited for from before: it may come while the pointer still moves.
      const asked = page.waitForResponse(/assets\/ask-/);
      await page.mouse.move(left, top);
      await asked;
      await page.waitForLoadState('networkidle');
    }
    const at = { x: left, y: top, button: 'left' as const, clickCount: 1 };
    await client.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await client.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
    await page.waitForFunction(() => (window as unknown as { seen: Seen }).seen.field > 0);
    const after = await read(page);
    toField = after.field - after.click;
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
  };
};

const browser = await launchBrowser();
const stage = await openStage();
const url = `${stage.url}/demo/`;
// Once each unmeasured: the server and the browser warm up.
for (const kind of [true, false]) await load(browser, url, kind, false);
const bare: Load[] = [];
const cold: Load[] = [];
const warm: Load[] = [];
for (let round = 0; round < rounds; round++) {
  bare.push(await load(browser, url, false, false));
  cold.push(await load(browser, url, true, false));
  warm.push(await load(browser, url, true, true));
}
await stage.close();
await browser.close();

const of = (loads: Load[], what: keyof Load): number => median(loads.map((one) => one[what]));
const withFoyer = [...cold, ...warm];
const added = (what: keyof Load): number => of(withFoyer, what) - of(bare, what);
const rows: [what: string, without: string, withIt: string, added: string, goal: string][] = [];
const row = (label: string, what: keyof Load, unit: string, goal = '', digits = 0, scale = 1): boolean => {
  const fix = (value: number) => `${(value / scale).toFixed(digits)}${unit}`;
  rows.push([label, fix(of(bare, what)), fix(of(withFoyer, what)), fix(added(what)), goal]);
  return true;
};
row('requests', 'requests', '', '2');
row('bytes on the wire', 'bytes', ' B', '', 0);
row('script time', 'script', ' ms', '', 1);
row('main thread, all tasks', 'tasks', ' ms', '', 1);
row('total blocking time', 'blocking', ' ms', '0 ms', 1);
row('layout shift', 'shift', '', '0', 4);
row('heap', 'heap', ' kB', 'under 150 kB', 1, 1_000);
rows.push(['script to launcher', '–', `${of(withFoyer, 'toLauncher').toFixed(0)} ms`, '', '']);
rows.push(['click to field, no warning', '–', `${of(cold, 'toField').toFixed(0)} ms`, '', 'under 250 ms']);
rows.push(['click to field, pointer came', '–', `${of(warm, 'toField').toFixed(0)} ms`, '', 'under 250 ms']);

console.log(
  `Chromium, processor slowed ${slowdown} times, median of ${rounds} (with Foyer: of ${rounds * 2})\n`,
);
const widths = [30, 12, 12, 12, 12];
for (const cells of [['', 'without', 'with', 'added', 'goal'], ...rows])
  console.log(cells.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join(''));

const missed = [
  ['requests', added('requests') !== 2],
  // What the page alone varies by from load to load is nobody's.
  [
    'total blocking time',
    added('blocking') > Math.max(...bare.map((one) => one.blocking)) - of(bare, 'blocking'),
  ],
  ['layout shift', added('shift') > 0],
  ['heap', added('heap') >= 150_000],
  ['click to field', of(cold, 'toField') >= 250 || of(warm, 'toField') >= 250],
].filter(([, isMissed]) => isMissed);
console.log(missed.length ? `\nmissed: ${missed.map(([what]) => what).join(', ')}` : '\nevery goal is met');
process.exit(missed.length ? 1 : 0);
