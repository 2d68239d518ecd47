import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { InboxConversation } from '../../shared/core/conversations/schema.ts';
import { isQuiet } from '../../shared/core/people/alertRules.ts';
import { type Choices, createAlerts, readChoices } from '../../widget/inbox/alert/choices.ts';
import type { Alerts } from '../../shared/alerts/schema.ts';
import { type AlertChoices, usualChoices } from '../../shared/core/people/alertChoices.ts';
import { type Call, CallError } from '../../widget/core/net/client.ts';
import { createRinging, ringsEvery } from '../../widget/inbox/alert/ringing.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(2026, 2, 2, 10, 0));
});
afterEach(() => vi.useRealTimers());

const item = (id: string, more: Partial<InboxConversation> = {}) =>
  ({
    id,
    status: 'open',
    held: false,
    waitingFor: 'staff',
    unread: 1,
    assignee: null,
    ...more,
  }) as InboxConversation;

const begin = (choices: Partial<Choices> = {}) => {
  const chosen: Choices = { sound: true, what: 'all', quiet: null, ...choices };
  const ring = vi.fn();
  return { ring, chosen, ringing: createRinging('me', () => chosen, ring) };
};

const me = { id: 'me', name: 'Me' };
const other = { id: 'other', name: 'Other' };

test.each<[string, Partial<InboxConversation>]>([
  ['a colleague takes it', { assignee: other }],
  ['it is answered', { waitingFor: 'visitor' }],
  ['it is closed', { status: 'closed' }],
  ['somebody looks', { unread: 0 }],
])('it rings again and again until %s', (_, after) => {
  const { ring, ringing } = begin();
  ringing.onChange(item('a'), true);
  expect(ring).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2 * ringsEvery);
  expect(ring).toHaveBeenCalledTimes(3);
  ringing.onChange(item('a', after), false);
  vi.advanceTimersByTime(10 * ringsEvery);
  expect(ring).toHaveBeenCalledTimes(3);
});

test('many at once are one ring, and it goes on until the last is taken', () => {
  const { ring, ringing } = begin();
  for (const id of ['a', 'b', 'c']) ringing.onChange(item(id), true);
  expect(ring).toHaveBeenCalledTimes(1);
  ringing.onChange(item('a', { unread: 0 }), false);
  ringing.onChange(item('b', { unread: 0 }), false);
  vi.advanceTimersByTime(ringsEvery);
  expect(ring).toHaveBeenCalledTimes(2);
  ringing.onChange(item('c', { unread: 0 }), false);
  vi.advanceTimersByTime(ringsEvery);
  expect(ring).toHaveBeenCalledTimes(2);
});

test('what is not for this person, or nothing new, does not ring', () => {
  const { ring, ringing } = begin({ what: 'mine' });
  ringing.onChange(item('a'), true);
  ringing.onChange(item('b', { assignee: other }), true);
  ringing.onChange(item('c', { assignee: me }), false);
  vi.advanceTimersByTime(ringsEvery);
  expect(ring).not.toHaveBeenCalled();
  ringing.onChange(item('d', { assignee: me }), true);
  vi.advanceTimersByTime(ringsEvery);
  expect(ring).toHaveBeenCalled();
});

test('quiet hours keep quiet, and what still waits after them rings', () => {
  const { ring, ringing } = begin({ quiet: { from: '09:00', to: '10:01' } });
  ringing.onChange(item('a'), true);
  vi.advanceTimersByTime(59_000);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(ringsEvery);
  expect(ring).toHaveBeenCalledTimes(1);
});

test('without the choice nothing sounds', () => {
  const { ring, ringing } = begin({ sound: false });
  ringing.onChange(item('a'), true);
  vi.advanceTimersByTime(ringsEvery);
  expect(ring).not.toHaveBeenCalled();
});

test.each([
  ['20:00', '08:00', '23:59', true],
  ['20:00', '08:00', '00:00', true],
  ['20:00', '08:00', '08:00', false],
  ['12:00', '13:00', '12:00', true],
  ['12:00', '13:00', '13:00', false],
  ['12:00', '12:00', '12:00', false],
])('from %s to %s it is quiet at %s: %s', (from, to, now, expected) => {
  expect(isQuiet({ quiet: { from, to } }, now)).toBe(expected);
});

const quiet = { from: '20:00', to: '08:00' };
const onServer = (choices: Partial<AlertChoices> = {}): Alerts => ({
  choices: { ...usualChoices, ...choices },
  hasMail: true,
  pushKey: '',
  devices: [],
});

test('choices hold at once, outlive the page, and go back where the server does not take them', async () => {
  localStorage.clear();
  const answers: (Alerts | CallError)[] = [onServer(), onServer({ quiet }), new CallError('offline')];
  const call = (async () => {
    const answer = answers.shift()!;
    if (answer instanceof CallError) throw answer;
    return answer;
  }) as Call;
  const alerts = createAlerts(call, localStorage);
  alerts.setSound(true);
  await alerts.load();
  const kept = alerts.set({ quiet });
  expect(alerts.value.value).toEqual({ sound: true, what: 'all', quiet });
  await kept;
  // On the next page it rings as chosen before the server was asked.
  expect(createAlerts(call, localStorage).value.value).toEqual({ sound: true, what: 'all', quiet });
  await alerts.set({ what: 'mine' });
  expect(alerts.problem.value?.code).toBe('offline');
  expect(alerts.value.value.what).toBe('all');
});

test('what makes no sense in the storage is silence', () => {
  for (const text of ['{', 'null', '{"sound":1,"quiet":{"from":"25:00","to":"x"}}'])
    expect(readChoices(text)).toEqual({ sound: false, what: 'all', quiet: null });
});
