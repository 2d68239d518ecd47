import { afterEach, expect, test, vi } from 'vitest';
import { after } from '../../../widget/core/net/after.ts';
import { openLive } from '../../../widget/core/net/live.ts';

afterEach(() => vi.unstubAllGlobals());

test('a pause is waited for, once, and can be called off', () => {
  vi.useFakeTimers();
  const run = vi.fn();
  after(400, run);
  const off = after(400, run);
  off();
  vi.advanceTimersByTime(399);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

test('where the page’s setTimeout calls back at once, a line that is down is tried again in tasks of its own', async () => {
  let tries = 0;
  vi.stubGlobal('setTimeout', (run: () => void) => {
    run();
    return 0;
  });
  vi.stubGlobal('fetch', async () => {
    tries++;
    throw new TypeError('offline');
  });
  const live = openLive({
    url: 'https://help.test/live',
    headers: () => ({}),
    cursor: 0,
    onEvent: () => {},
    onReset: () => {},
  });
  // A macrotask comes through: what loops in microtasks alone would never let it.
  await new Promise(queueTask);
  expect(live.state.value).toBe('waiting');
  expect(tries).toBe(1);
  live.stop();
});

function queueTask(run: (value: unknown) => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run(null);
  };
  port2.postMessage(null);
}
