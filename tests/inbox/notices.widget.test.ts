import { expect, test } from 'vitest';
import { noticeWords } from '../../widget/inbox/notices.ts';
import de from '../../widget/core/staff/texts/de.ts';
import en from '../../widget/core/staff/texts/en.ts';

test('what was said to nobody in particular was said to the team, and begins as sentences do', () => {
  const at = Date.UTC(2026, 2, 3, 10);
  const reminded = { kind: 'promise_reminded', values: { at } } as const;
  expect(noticeWords(en, 'en', reminded)).toMatch(/^The team was reminded: an answer is due by .*Mar 3/);
  expect(noticeWords(de, 'de', reminded)).toMatch(/^Das Team wurde erinnert: /);
  expect(noticeWords(en, 'en', { ...reminded, kind: 'assigned' })).toMatch(/^Handed on to the team: /);
  // A name is written as its owner writes it.
  expect(noticeWords(en, 'en', { ...reminded, values: { at, name: 'ada' } })).toMatch(/^ada was reminded: /);
});
