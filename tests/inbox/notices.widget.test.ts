import { expect, test } from 'vitest';
import { noticeText } from '../../widget/inbox/thread/noticeText.ts';
import de from '../../widget/core/staff/texts/de.ts';
import en from '../../widget/core/staff/texts/en.ts';

test('what was said to nobody in particular was said to the team, and begins as sentences do', () => {
  const at = Date.UTC(2026, 2, 3, 10);
  const reminded = { kind: 'promise_reminded', values: { at } } as const;
  expect(noticeText(en, 'en', reminded)).toMatch(/^The team was reminded that a reply is due by .*Mar 3/);
  expect(noticeText(de, 'de', reminded)).toMatch(/^Das Team wurde erinnert, dass /);
  expect(noticeText(en, 'en', { ...reminded, kind: 'assigned' })).toMatch(/^Reassigned to the team\. /);
  // A name is written as its owner writes it.
  expect(noticeText(en, 'en', { ...reminded, values: { at, name: 'ada' } })).toMatch(
    /^ada was reminded that /,
  );
});
