import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallbackForm, VisitorCallback } from '../../shared/callbacks/schema.ts';
import { open } from '../../widget/callbacks/index.ts';
import { createConversations } from '../../widget/core/conversations/entry.ts';
import { createSurface } from '../../widget/panel/surface.ts';
import {
  type Answer,
  conversation,
  failure,
  fakeServer,
  makeContext,
  message,
  openStream,
  type Request,
  settle,
} from '../core/widget/fakeServer.ts';

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.parse('2026-03-04T12:00:00Z');

const slot = (start: number) => ({ start, end: start + 30 * minute });
const slots = [2, 3, 4].map((hours) => slot(noon + hours * hour));
const form = (more: Partial<CallbackForm> = {}): CallbackForm => ({
  soon: noon + 30 * minute,
  open: true,
  slots,
  zone: 'Europe/Berlin',
  countries: [
    { code: 'DE', dial: '49', name: 'Germany' },
    { code: 'GR', dial: '30', name: 'Greece' },
  ],
  country: 'DE',
  topics: [],
  consent: '',
  ...more,
});
const promised = (more: Partial<VisitorCallback> = {}): VisitorCallback => ({
  id: 'k1',
  state: 'scheduled',
  written: '+49 30 901820',
  country: 'DE',
  slot: slots[0]!,
  soon: false,
  by: null,
  attempts: 0,
  mayChange: true,
  topic: null,
  ...more,
});

let undo: (() => void)[] = [];
/** The server's answers about times, and about the call; tests change them. */
let times: CallbackForm;
let call: VisitorCallback;

/** Draws the form, or the card of a call, as the panel would. */
const draw = async (id: string, answers: (request: Request) => Answer | undefined = () => undefined) => {
  const requests = fakeServer((request) => {
    const { method, path } = request;
    const given = answers(request);
    if (given) return given;
    const row = conversation({ id: call.id, kind: 'callback' });
    const thread = { conversation: row, messages: [message({ conversation: call.id })], cursor: 5 };
    if (path.endsWith('/callbacks/form')) return { body: times };
    if (path.endsWith('/callbacks/number'))
      return { body: { number: '+4930901820', written: '+49 30 901820', country: 'DE' } };
    if (path.endsWith('/live')) return openStream().response;
    if (method === 'POST' && path.endsWith('/callbacks')) {
      call = { ...call, id: (request.body as { id: string }).id };
      const made = { ...row, id: call.id };
      return { body: { call, thread: { ...thread, conversation: made } } };
    }
    if (path.includes('/callbacks/')) return { body: { call } };
    if (path.endsWith('/conversations')) return { body: { conversations: [], cursor: 5 } };
    return { body: thread };
  });
  const context = makeContext({ features: { ask: true, chat: false, callback: true } });
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const container = document.createElement('div');
  root.append(container);
  const surface = createSurface(context, root, container, signal(true));
  const part = createConversations(context);
  const View = await open(surface, part);
  render(<View id={id} />, container);
  undo.push(() => {
    render(null, container);
    part.store.dispose();
    context.dispose();
    host.remove();
  });
  const find = <Element extends HTMLElement>(selector: string) => container.querySelector<Element>(selector);
  const drawn = {
    requests,
    find,
    text: () => container.textContent ?? '',
    until: (check: () => unknown) =>
      vi.waitFor(async () => {
        await settle();
        if (!check()) throw new Error(`not yet: ${container.textContent}`);
      }, 60_000),
    type(selector: string, value: string) {
      const field = find<HTMLInputElement>(selector)!;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    pick: (name: string, place: number) =>
      container.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)[place]!.click(),
    submit: () => find('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    click(words: string) {
      const button = [...container.querySelectorAll('button')].find((each) => each.textContent === words);
      if (!button) throw new Error(`no button "${words}" in: ${container.textContent}`);
      button.click();
    },
    /** The text under a field. */
    under: (name: string) => find(`#foyer-call-${name}-more`)?.textContent ?? '',
    asked: () =>
      requests.flatMap(({ method, path, body }) =>
        method === 'POST' && path.endsWith('/callbacks') ? [body as Record<string, unknown>] : [],
      ),
  };
  return drawn;
};

const drawForm = async (answers?: (request: Request) => Answer | undefined) => {
  const drawn = await draw('callback', answers);
  await drawn.until(() => drawn.find('input[type="tel"]'));
  return drawn;
};

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: noon });
  times = form();
  call = promised();
});
afterEach(async () => {
  for (const each of undo.reverse()) each();
  undo = [];
  // What Preact put off to after the next frame belongs to this test's clock.
  await vi.advanceTimersByTimeAsync(200);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a number that is none is said at its field, which has the focus; nothing is asked for before', async () => {
  const drawn = await drawForm();
  drawn.submit();
  await drawn.until(() => drawn.under('number') !== '');
  expect(drawn.find('input[type="tel"]')!.getAttribute('aria-invalid')).toBe('true');
  expect(drawn.asked()).toEqual([]);

  drawn.type('input[type="tel"]', '0900 123456');
  await drawn.until(() => drawn.under('number') === '');
  expect(drawn.find('input[type="tel"]')!.getAttribute('aria-invalid')).toBe('false');
});

test.each([
  ['not_phone', 'This doesn’t look like a phone number.'],
  ['not_callable', 'We can’t call this number.'],
  ['already_there', 'You’ve already booked a call to this number.'],
])('a number refused by the server as %s is said at the field, in words', async (code, words) => {
  const drawn = await drawForm(({ method, path }) =>
    method === 'POST' && path.endsWith('/callbacks')
      ? failure(code === 'already_there' ? 409 : 400, code === 'already_there' ? 'conflict' : 'invalid', {
          fields: { number: code },
        })
      : undefined,
  );
  drawn.type('input[type="tel"]', '030 12');
  drawn.submit();
  await drawn.until(() => drawn.under('number') === words);
  expect(drawn.find<HTMLInputElement>('input[type="tel"]')!.value).toBe('030 12');
});

test('how a number will be dialled is shown while it is written', async () => {
  const drawn = await drawForm();
  drawn.type('input[type="tel"]', '030 901820');
  await vi.advanceTimersByTimeAsync(700);
  await drawn.until(() => drawn.under('number') === 'We’ll call +49 30 901820.');
});

test('a time that went to somebody else: the next is chosen and said, and nothing is retyped', async () => {
  let isTaken = true;
  let isSubmitted = false;
  /** Answers the second look at the times: it takes as long as the test wants. */
  let tellTimes: ((response: Response) => void) | undefined;
  const drawn = await drawForm(({ method, path }) =>
    method === 'POST' && path.endsWith('/callbacks') && isTaken
      ? failure(409, 'conflict', { fields: { when: 'taken' } })
      : path.endsWith('/callbacks/form') && isSubmitted
        ? new Promise<Response>((resolve) => {
            tellTimes = resolve;
          })
        : undefined,
  );
  drawn.type('input[type="tel"]', '030 901820');
  drawn.type('textarea', 'The bell rattles.');
  // Behind "as soon as possible".
  drawn.pick('call-day', 1);
  await drawn.until(() => drawn.find('input[name="call-time"]'));
  times = form({ slots: slots.slice(1) });
  isSubmitted = true;
  drawn.submit();
  await drawn.until(() => tellTimes);
  // Whoever reads it may press at once: it is said when that is heard.
  expect(drawn.find<HTMLButtonElement>('button[type="submit"]')!.disabled).toBe(true);
  expect(drawn.text()).not.toContain('was just taken');
  tellTimes!(new Response(JSON.stringify(times)));
  await drawn.until(() => drawn.text().includes('That time was just taken. We’ve picked the next one'));
  expect(drawn.find<HTMLButtonElement>('button[type="submit"]')!.disabled).toBe(false);
  expect(drawn.find<HTMLInputElement>('input[type="tel"]')!.value).toBe('030 901820');
  expect(drawn.find<HTMLTextAreaElement>('textarea')!.value).toBe('The bell rattles.');

  isTaken = false;
  drawn.submit();
  await drawn.until(() => drawn.text().includes('We’ll call you'));
  const [first, second] = drawn.asked();
  expect(first).toMatchObject({ when: { start: slots[0]!.start }, note: 'The bell rattles.' });
  expect(second).toMatchObject({ when: { start: slots[1]!.start }, note: 'The bell rattles.' });
  expect(second!['id']).toBe(first!['id']);
});

test('what has to be agreed to is said before anything is sent, and goes with it', async () => {
  times = form({ consent: 'We keep your number for 30 days.' });
  const drawn = await drawForm();
  drawn.type('input[type="tel"]', '030 901820');
  drawn.submit();
  await drawn.until(() => drawn.text().includes('Please agree first.'));
  expect(drawn.asked()).toEqual([]);
  drawn.find<HTMLInputElement>('input[name="consent"]')!.click();
  await drawn.until(() => !drawn.text().includes('Please agree first.'));
  drawn.submit();
  await drawn.until(() => drawn.asked().length === 1);
  expect(drawn.asked()[0]).toMatchObject({ consent: true, when: 'soon' });
});

test('out of hours says so and offers the next times; no time at all says that', async () => {
  times = form({ open: false, soon: null });
  const drawn = await drawForm();
  expect(drawn.text()).toContain('We’re not calling right now. Here are the next times.');
  await drawn.until(() => drawn.find<HTMLInputElement>('input[name="call-time"]')?.checked);

  times = form({ open: false, soon: null, slots: [] });
  const none = await drawForm();
  expect(none.text()).toContain('No times are available right now.');
});

test('a line that is down keeps what was said and sends it once it is back, as the same request', async () => {
  let isDown = true;
  const drawn = await drawForm(({ method, path }) =>
    isDown && method === 'POST' && path.endsWith('/callbacks') ? 'offline' : undefined,
  );
  drawn.type('input[type="tel"]', '030 901820');
  drawn.submit();
  await drawn.until(() => drawn.text().includes('Not sent yet. We’ll keep trying.'));
  isDown = false;
  dispatchEvent(new Event('online'));
  await drawn.until(() => drawn.text().includes('We’ll call you'));
  const ids = new Set(drawn.asked().map(({ id }) => id));
  expect(ids.size).toBe(1);
  // The number is not looked at any more once it was taken.
  await vi.advanceTimersByTimeAsync(1_000);
  expect(drawn.requests.some(({ path }) => path.endsWith('/callbacks/number'))).toBe(false);
});

/** The card of a call that the visitor asked for on an earlier page. */
const drawCard = async (answers?: (request: Request) => Answer | undefined) => {
  localStorage.setItem('foyer:demo', JSON.stringify({ secret: 'known', at: Date.now() }));
  const drawn = await draw('k1', answers);
  await drawn.until(() => drawn.text().includes('+49 30 901820'));
  return drawn;
};

test('a promised call is moved; a time that is gone brings the others, and what was promised stays', async () => {
  let isTaken = true;
  const drawn = await drawCard(({ path }) => {
    if (!path.endsWith('/move')) return;
    if (isTaken) return failure(409, 'conflict', { fields: { when: 'taken' } });
    call = promised({ state: 'rescheduled', slot: slots[2]! });
    return undefined;
  });
  const before = drawn.find('strong')!.textContent;
  drawn.click('Change time');
  await drawn.until(() => drawn.find('input[name="call-day"]'));
  drawn.pick('call-day', 1);
  await drawn.until(() => drawn.find('input[name="call-time"]'));
  times = form({ slots: slots.slice(1) });
  drawn.submit();
  await drawn.until(() => drawn.find('.notice .notice, [role="alert"]'));
  expect(drawn.find('strong')!.textContent).toBe(before);
  isTaken = false;
  await drawn.until(() => drawn.find('input[name="call-day"]'));
  drawn.pick('call-day', 1);
  await drawn.until(() => drawn.find('input[name="call-time"]'));
  drawn.pick('call-time', 1);
  await settle();
  drawn.submit();
  await drawn.until(
    () => drawn.find('strong')!.textContent !== before && !drawn.find('input[name="call-day"]'),
  );
  const moves = drawn.requests.filter(({ path }) => path.endsWith('/move')).map(({ body }) => body);
  expect(moves).toMatchObject([{ when: { start: slots[0]!.start } }, { when: { start: slots[2]!.start } }]);
});

test('a call is called off only after a second word, and another can be asked for', async () => {
  const drawn = await drawCard(({ path }) => {
    if (path.endsWith('/cancel')) call = promised({ state: 'cancelled', slot: null, mayChange: false });
    return undefined;
  });
  const cancels = () => drawn.requests.filter(({ path }) => path.endsWith('/cancel')).length;
  drawn.click('Cancel call');
  await drawn.until(() => drawn.text().includes('Cancel this call?'));
  drawn.click('Keep it');
  await drawn.until(() => !drawn.text().includes('Cancel this call?'));
  expect(cancels()).toBe(0);
  drawn.click('Cancel call');
  await drawn.until(() => drawn.text().includes('Cancel this call?'));
  drawn.click('Cancel call');
  await drawn.until(() => drawn.text().includes('This call was cancelled.'));
  expect(cancels()).toBe(1);
  drawn.click('Request another call');
  await drawn.until(() => drawn.find('input[type="tel"]'));
});

test.each<[Partial<VisitorCallback>, string]>([
  [{ soon: true }, 'We’ll call you by'],
  [{ by: { id: 's1', name: 'Mara' } }, 'Mara will call you.'],
  [{ state: 'calling', by: { id: 's1', name: 'Mara' }, mayChange: false }, 'Mara is calling you now.'],
  [{ state: 'no_answer', attempts: 1 }, 'We couldn’t reach you. Next try:'],
  [{ state: 'no_answer', attempts: 3, slot: null }, 'When suits you better?'],
  [{ state: 'reached', mayChange: false }, 'We’ve spoken.'],
  [{ state: 'wrong_number', mayChange: false }, 'That number seems to be wrong.'],
  [{ state: 'expired', slot: null, mayChange: false }, 'Ask again any time.'],
])('a call that is %j says so', async (state, words) => {
  call = promised(state);
  const drawn = await drawCard();
  expect(drawn.text()).toContain(words);
});
