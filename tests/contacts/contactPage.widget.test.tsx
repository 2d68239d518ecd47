import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { getContact, getTimeline } from '../../shared/contacts/routes.ts';
import type { ContactReply, TimelineEntry, TimelinePage } from '../../shared/contacts/schema.ts';
import { getPermissions } from '../../shared/contacts/segments/routes.ts';
import { ContactPage } from '../../widget/contacts/inbox/ContactPage.tsx';
import { mergeTimeline } from '../../widget/contacts/inbox/mergeTimeline.ts';
import texts from '../../widget/contacts/inbox/texts/en.ts';
import {
  type ContactChange,
  LanguageContext,
  type StaffContext,
  StaffProvider,
} from '../../widget/core/staff/context.ts';
import inboxTexts from '../../widget/core/staff/texts/en.ts';

const [me, laptop, size] = [1, 2, 3].map((place) => `0190a000-0000-7000-8000-00000000000${place}`) as [
  string,
  string,
  string,
];
const entryOf = (id: string, text: string): TimelineEntry => ({
  kind: 'message',
  id,
  at: 1,
  by: 'person',
  text,
  detail: null,
  conversation: null,
  url: null,
});
const replyOf = (value: string): ContactReply => ({
  contact: {
    id: me,
    name: 'Ann',
    email: 'ann@visitor.example',
    group: 'email',
    emailVerified: false,
    language: 'en',
    open: 0,
    firstSeenAt: 1,
    seenAt: 1,
    subject: null,
    customers: [],
    blocked: false,
    languages: ['en'],
    visitors: [me, laptop],
    devices: 2,
    fromPage: {},
    values: [{ attribute: size, value, by: { name: 'Bo', via: null }, at: value.length }],
    stages: [],
    links: [],
  },
  attributes: [{ id: size, name: 'Size', type: 'text', choices: [] }],
  stages: [],
});

let reply: ContactReply;
let page: TimelinePage;
let asked: number;
const contactChanges = signal<ContactChange>({ visitor: null, email: null });
const staff = {
  contactChanges,
  now: signal(1),
  membership: { role: 'agent', site: me },
  attempt: (work: Promise<unknown>) => work,
  call: async (route: { path: string }) => {
    if (route.path === getContact.path) {
      asked++;
      return reply;
    }
    if (route.path === getTimeline.path) return page;
    if (route.path === getPermissions.path) return { calls: true, mails: true };
    return null;
  },
} as unknown as StaffContext;

let root: HTMLElement;
beforeEach(async () => {
  [asked, reply, page] = [0, replyOf('40'), { entries: [entryOf('a', 'Hello')], next: null }];
  root = document.body.appendChild(document.createElement('div'));
  await act(() =>
    render(
      <LanguageContext.Provider value={{ tag: 'en', texts: inboxTexts as never }}>
        <StaffProvider.Provider value={staff}>
          <ContactPage id={me} texts={texts as never} />
        </StaffProvider.Provider>
      </LanguageContext.Provider>,
      root,
    ),
  );
  await settle();
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await act(async () => {});
};
const change = async (given: Partial<ContactChange>): Promise<void> => {
  await act(() => {
    contactChanges.value = { visitor: 'somebody', email: null, ...given };
  });
  await settle();
};
const field = (): HTMLInputElement => {
  const found = root.querySelector<HTMLInputElement>('.contact-value input');
  if (!found) throw new Error('no field');
  return found;
};

test('a contact’s page follows what is said and changed of them, on any of their devices, and of nobody else', async () => {
  expect(field().value).toBe('40');
  expect(asked).toBe(1);
  reply = replyOf('41');
  page = { entries: [entryOf('b', 'One more thing'), entryOf('a', 'Hello')], next: null };
  await change({ visitor: 'somebody' });
  expect([asked, field().value]).toEqual([1, '40']);
  await change({ visitor: laptop });
  expect([asked, field().value]).toEqual([2, '41']);
  expect(root.textContent).toContain('One more thing');
  await change({ visitor: 'a new browser', email: 'ann@visitor.example' });
  expect(asked).toBe(3);
  // After a gap in the stream anything may have changed.
  await change({ visitor: null });
  expect(asked).toBe(4);
});

test('what is being written stays, and says what a colleague saved meanwhile', async () => {
  await act(() => {
    field().value = 'unfinished';
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
  field().focus();
  const before = field();
  reply = replyOf('42');
  await change({ visitor: me });
  expect(field()).toBe(before);
  expect(field().value).toBe('unfinished');
  expect(root.textContent).toMatch(/Saved meanwhile: .?42/);
});

test('older pages that were read stay when the first is read anew', () => {
  const entries = ['d', 'c', 'b', 'a'].map((id) => entryOf(id, id));
  const known = { entries: entries.slice(1), next: 'more' };
  const merged = mergeTimeline(known, { entries: entries.slice(0, 2), next: 'after c' });
  expect(merged.entries.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
  expect(merged.next).toBe('more');
  const apart = { entries: [entryOf('z', 'z')], next: 'after z' };
  expect(mergeTimeline(known, apart)).toEqual(apart);
});
