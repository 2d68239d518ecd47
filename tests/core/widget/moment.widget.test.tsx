import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { typingHolds } from '../../../shared/core/conversations/events.ts';
import type { Presence } from '../../../shared/core/people/presence.ts';
import { createDrafts } from '../../../widget/core/conversations/drafts.ts';
import { createPresenceWatch } from '../../../widget/core/conversations/presence.ts';
import { backText } from '../../../widget/core/conversations/zone.ts';
import { createTypingWord, createTypists } from '../../../widget/core/conversations/typing.ts';
import { makeContext, settle } from './fakeServer.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 2, 9, 0) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('drafts', () => {
  test('of somebody who has not acted live as long as the tab; then they are there in every other', () => {
    const context = makeContext();
    const drafts = createDrafts(context);
    drafts.write('c1', 'Half a thought');
    expect(localStorage.length).toBe(0);
    expect(createDrafts(context).all.value).toEqual({ c1: 'Half a thought' });
    context.session.begin();
    drafts.write('c1', 'Half a thought more');
    drafts.dispose();
    expect(sessionStorage.length).toBe(0);
    expect(createDrafts(context).all.value).toEqual({ c1: 'Half a thought more' });
  });

  test('are the same in every tab, and gone when they are empty', () => {
    const context = makeContext();
    context.session.begin();
    const drafts = createDrafts(context);
    dispatchEvent(
      new StorageEvent('storage', { key: 'foyer:demo:drafts', newValue: '{"c1":"From the other tab"}' }),
    );
    expect(drafts.all.value).toEqual({ c1: 'From the other tab' });
    drafts.write('c1', '');
    expect(localStorage.getItem('foyer:demo:drafts')).toBeNull();
    drafts.dispose();
  });

  test('that somebody broke are no drafts', () => {
    const context = makeContext();
    context.session.begin();
    localStorage.setItem('foyer:demo:drafts', '{"c1":');
    expect(createDrafts(context).all.value).toEqual({});
  });
});

describe('typing', () => {
  test('is said seldom while it goes on, and once when it ends; a word that is lost is no harm', async () => {
    const tell = vi.fn<(typing: boolean) => Promise<unknown>>(() => Promise.reject(new Error('lost')));
    const word = createTypingWord(tell);
    word(false);
    for (let second = 0; second < 7; second++) {
      word(true);
      vi.advanceTimersByTime(1_000);
    }
    word(false);
    word(false);
    await settle();
    expect(tell.mock.calls.map(([typing]) => typing)).toEqual([true, true, true, false]);
  });

  test('of the other side is shown until it stops, its message arrives, or nothing more is heard', () => {
    const typists = createTypists('staff');
    const by = { kind: 'staff', id: 's1', name: 'Mara' } as const;
    typists.onSignal({ conversation: 'c1', by: { ...by, kind: 'visitor' }, typing: true });
    expect(typists.names.value).toEqual({});
    typists.onSignal({ conversation: 'c1', by, typing: true });
    expect(typists.names.value).toEqual({ c1: 'Mara' });
    vi.advanceTimersByTime(typingHolds - 1);
    typists.onSignal({ conversation: 'c1', by, typing: true });
    vi.advanceTimersByTime(typingHolds - 1);
    expect(typists.names.value).toEqual({ c1: 'Mara' });
    vi.advanceTimersByTime(1);
    expect(typists.names.value).toEqual({});
    typists.onSignal({ conversation: 'c1', by, typing: true });
    typists.stop('c1');
    expect(typists.names.value).toEqual({});
    typists.dispose();
  });
});

describe('who is there', () => {
  const nobody: Presence = { online: [], open: true, opensAt: null, zone: 'UTC' };
  const somebody: Presence = { ...nobody, online: [{ id: 'abcdefgh12345678', name: 'Mara' }] };

  test('is asked for where there is no line, and heard where there is one', async () => {
    let isHeard = false;
    const ask = vi.fn(async () => nobody);
    const presence = createPresenceWatch(ask, () => isHeard, signal(true));
    expect(presence.mark()).toBe('?');
    const leave = presence.watch();
    await settle();
    expect(presence.now.value).toEqual(nobody);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(ask).toHaveBeenCalledTimes(2);
    isHeard = true;
    presence.onChange(somebody);
    expect(presence.mark()).toBe('12345678');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(ask).toHaveBeenCalledTimes(2);
    // Doors close although nobody says so.
    await vi.advanceTimersByTimeAsync(200_000);
    expect(ask).toHaveBeenCalledTimes(3);
    leave();
    isHeard = false;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ask).toHaveBeenCalledTimes(3);
    presence.dispose();
  });

  test('is looked at again when the doors should have opened, and not while nobody sees the page', async () => {
    const visible = signal(true);
    const ask = vi.fn(async () => ({ ...nobody, open: false, opensAt: Date.now() + 50_000 }));
    const presence = createPresenceWatch(ask, () => true, visible);
    presence.watch();
    await vi.advanceTimersByTimeAsync(40_000);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(ask).toHaveBeenCalledTimes(2);
    visible.value = false;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ask).toHaveBeenCalledTimes(2);
    visible.value = true;
    await settle();
    expect(ask).toHaveBeenCalledTimes(3);
    presence.dispose();
  });
});

describe('when somebody is back', () => {
  const { texts } = makeContext();
  // The tests' own clock is in the zone of the machine: what differs is told from it.
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = Date.UTC(2026, 2, 2, 9, 0);
  const back = (zone: string, opensAt: number | null) =>
    backText(texts, { online: [], open: false, opensAt, zone }, now);

  test('is said once where both clocks agree, and not at all while the doors are open', () => {
    expect(back(own, null)).toBe('');
    expect(back(own, now + 3_600_000)).toMatch(/^Back \d\d:\d\d$/);
    expect(back('Nowhere/Atlantis', now + 3_600_000)).toMatch(/^Back \d\d:\d\d$/);
  });

  test('is said on both clocks where they differ, the zone named, and the day where that differs, too', () => {
    const there = own === 'Asia/Kolkata' ? 'Asia/Tokyo' : 'Asia/Kolkata';
    expect(back(there, now + 3_600_000)).toMatch(/^Back .*\d\d:\d\d \(.+\), \d\d:\d\d your time$/);
    const far = own.includes('Pacific') ? 'Africa/Abidjan' : 'Pacific/Kiritimati';
    expect(back(far, Date.UTC(2026, 2, 2, 18, 0))).toMatch(/^Back .+ \(.+\), \w+, \d+:\d\d your time$/);
  });
});
