import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { start } from '../../../widget/panel/panel.ts';
import { conversation, fakeServer, makeHost, openStream, settle, until } from './fakeServer.ts';

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('opening shows who answers and one field; Escape closes and gives the focus back', async () => {
  const requests = fakeServer(() => ({}));
  const { host, launcher, emit, panel } = makeHost();
  const handle = start(host);
  await handle.open();
  await until(() => panel());
  expect(panel()!.textContent).toContain('The kettle is on.');
  expect(panel()!.textContent).toContain('Mara is here');
  expect(panel()!.textContent).toContain('Usual reply time: 40 minutes');
  expect(panel()!.querySelectorAll('textarea, input')).toHaveLength(1);
  expect(emit).toHaveBeenCalledWith('open');
  expect(requests).toEqual([]);
  expect(localStorage.length).toBe(0);
  panel()!.querySelector('textarea')!.focus();
  panel()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(panel()).toBeNull();
  expect(emit).toHaveBeenLastCalledWith('close');
  expect(host.root.activeElement).toBe(launcher);
  handle.destroy();
});

test('what was typed is there again after closing and opening', async () => {
  fakeServer(() => ({ body: { suggestions: [] } }));
  const { host, panel } = makeHost();
  const handle = start(host);
  await handle.open();
  await until(() => panel()?.querySelector('textarea'));
  const field = panel()!.querySelector('textarea')!;
  field.value = 'my rack is';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  handle.close();
  await settle();
  await handle.open();
  await until(() => panel()?.querySelector('textarea')?.value === 'my rack is');
  handle.destroy();
});

test('keys typed in the panel do not reach the page’s shortcuts', async () => {
  fakeServer(() => ({}));
  const { host, panel } = makeHost();
  const heard = vi.fn();
  document.addEventListener('keydown', heard);
  const handle = start(host);
  await handle.open();
  await until(() => panel());
  panel()!
    .querySelector('textarea')!
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, composed: true }));
  expect(heard).not.toHaveBeenCalled();
  document.removeEventListener('keydown', heard);
  handle.destroy();
});

test('a visitor who acted before sees on the launcher that answers arrived, without opening it', async () => {
  localStorage.setItem('foyer:demo', JSON.stringify({ secret: 'known', at: Date.now() }));
  fakeServer(({ path }) =>
    path.endsWith('/live')
      ? openStream().response
      : { body: { conversations: [conversation({ unread: 2 })], cursor: 5 } },
  );
  const { host, launcher, panel } = makeHost();
  const handle = start(host);
  handle.resume();
  await until(() => launcher.textContent === '2');
  expect(launcher.ariaLabel).toBe('Help, 2 new replies');
  expect(panel()).toBeNull();
  handle.destroy();
});

test('an element of the page gets the flow, and its own children back afterwards', async () => {
  fakeServer(() => ({}));
  const { host } = makeHost();
  const handle = start(host);
  const element = document.createElement('foyer-ask');
  element.textContent = 'A plain link';
  document.body.append(element);
  const end = handle.inline(element, host);
  await until(() => element.shadowRoot?.querySelector('textarea'));
  end();
  expect(element.shadowRoot!.querySelector('textarea')).toBeNull();
  expect(element.shadowRoot!.querySelector('slot')).not.toBeNull();
  handle.destroy();
});

test('destroying leaves no listener on the page', async () => {
  fakeServer(() => ({}));
  /** Listeners that are on the page, with what they hear. */
  const present = new Map<unknown, string>();
  const count = (target: EventTarget): void => {
    type Listen = (type: string, listener: unknown, options?: unknown) => void;
    const begin = target.addEventListener.bind(target) as Listen;
    const end = target.removeEventListener.bind(target) as Listen;
    const keys = new Map<string, Map<unknown, object>>();
    const keyOf = (type: string, listener: unknown): object => {
      const ofType = keys.get(type) ?? new Map<unknown, object>();
      keys.set(type, ofType);
      const key = ofType.get(listener) ?? {};
      ofType.set(listener, key);
      return key;
    };
    vi.spyOn(target, 'addEventListener').mockImplementation(((type, listener, options) => {
      const key = keyOf(type, listener);
      present.set(key, type);
      // Ended by its signal is ended, too.
      (options as { signal?: AbortSignal } | undefined)?.signal?.addEventListener('abort', () =>
        present.delete(key),
      );
      begin(type, listener, options);
    }) as Listen as never);
    vi.spyOn(target, 'removeEventListener').mockImplementation(((type, listener, options) => {
      present.delete(keyOf(type, listener));
      end(type, listener, options);
    }) as Listen as never);
  };
  count(window);
  count(document);
  localStorage.setItem('foyer:demo', JSON.stringify({ secret: 'known', at: Date.now() }));
  const { host, panel } = makeHost();
  const handle = start(host);
  await handle.open();
  await until(() => panel());
  await settle();
  handle.destroy();
  await settle();
  vi.restoreAllMocks();
  expect([...present.values()]).toEqual([]);
  expect(panel()).toBeNull();
});
