import { describe, expect, test } from 'vitest';
import { replyText } from '../../../server/core/mail/replyText.ts';
import { machineKind } from '../../../server/core/mail/automatic.ts';
import { isMentioned } from '../../../server/core/mail/plan.ts';
import { markerEdge } from '../../../server/core/mail/letter.tsx';
import { richAsText } from '../../../server/core/mail/richMail.tsx';
import { mailLocales } from '../../../server/core/mail/texts.ts';
import { ConfigError, readConfig } from '../../../server/config.ts';
import { renderMarkdown } from '../../../server/core/content/markdown.ts';
import { compareLocales, type Locale } from '../../helpers/localeTests.ts';

compareLocales('mail', mailLocales.en, mailLocales as Record<string, Locale>);

describe('what somebody wrote in a reply', () => {
  test.each([
    [
      'English',
      'Thanks.\n\nOn Mon, 2 Mar 2026 at 10:00, Shop <r@help.test> wrote:\n> Hello\n> you',
      'Thanks.',
    ],
    ['German', 'Danke!\n\nAm Mo., 2. März 2026 um 10:00 Uhr schrieb Shop <r@help.test>:\n> Hallo', 'Danke!'],
    [
      'Greek, by our own line',
      `Ευχαριστώ\n\nΣτις Δευ 2 Μαρ 2026 στις 10:00 π.μ., ο χρήστης Shop <r@help.test> έγραψε:\n\n> ${markerEdge} Γράψτε ${markerEdge}\n>\n> Hallo`,
      'Ευχαριστώ',
    ],
    [
      'Arabic, unquoted',
      `شكرا\n\nفي الاثنين، كتب Shop <r@help.test>:\n${markerEdge} x ${markerEdge}\nold`,
      'شكرا',
    ],
    ['a signature', 'Yes.\n\n-- \nZoë\n+1 555', 'Yes.'],
    ['a phone’s own words', 'Yes please\n\nSent from my iPhone', 'Yes please'],
    ['CR LF', 'One\r\nTwo\r\n\r\n> old', 'One\nTwo'],
    ['nothing but a quote', '> only quoted', '> only quoted'],
    ['words about wrote:', 'He wrote: no.\n\nWhat now?', 'He wrote: no.\n\nWhat now?'],
  ])('is found in %s', (_, text, said) => {
    expect(replyText(text)).toBe(said);
  });

  test.each([
    ['line breaks', '\n'.repeat(200_000)],
    ['spaces', ' '.repeat(2_000_000)],
    ['spaced line breaks', ' \n'.repeat(100_000)],
    ['On On', 'On '.repeat(100_000)],
    ['quote marks', '>'.repeat(200_000)],
    ['addresses', 'a@b '.repeat(50_000)],
    ['colons', `${'a@b'.repeat(20_000)}:`],
    ['dashes', '--\n'.repeat(70_000)],
    ['brackets', '<('.repeat(100_000)],
  ])('is looked for in bounded time: %s', (_, text) => {
    // Without its bounds each takes the library minutes: the runner's own limit is what ends it then.
    expect(replyText(`A ${text} b`)).toMatch(/^A/);
  });
});

test('a mention is a word of its own, first name or full', () => {
  expect(isMentioned('@Ada please look', 'Ada Agent')).toBe(true);
  expect(isMentioned('see (@ada agent)', 'Ada Agent')).toBe(true);
  expect(isMentioned('@Adam', 'Ada Agent')).toBe(false);
  expect(isMentioned('mail me@ada.example', 'Ada Agent')).toBe(false);
  expect(isMentioned('@Adam and @Ada', 'Ada Agent')).toBe(true);
});

test('a machine is known by any of its marks, and a person is not', () => {
  const mail = (headers: Record<string, string>, from = 'zoe@visitor.example') => ({
    headerLines: Object.entries(headers).map(([key, value]) => ({
      key: key.toLowerCase(),
      line: `${key}: ${value}`,
    })),
    from: { value: [{ address: from, name: '' }], html: '', text: from },
  });
  expect(machineKind(mail({}), '')).toBeNull();
  expect(machineKind(mail({ 'Auto-Submitted': 'No' }), '')).toBeNull();
  expect(machineKind(mail({ 'Auto-Submitted': 'auto-generated' }), '')).toBe('automatic');
  expect(machineKind(mail({}, 'MAILER-DAEMON@mx.example'), '')).toBe('bounce');
  expect(
    machineKind(mail({ 'Content-Type': 'multipart/report; report-type=delivery-status' }), 'Action: delayed'),
  ).toBe('automatic');
});

test('a mail’s text says where its links lead', () => {
  expect(
    richAsText(renderMarkdown('See [this](https://a.example/x).\n\n- one\n- two\n\n1. a\n2. b\n\n> q')),
  ).toBe('See this (https://a.example/x).\n\n- one\n- two\n\n1. a\n2. b\n\n| q');
});

test('mail settings that cannot work are named at the start', () => {
  const read = (environment: Record<string, string>) => () => readConfig(environment);
  expect(read({ REPLY_ADDRESS: 'much-too-long-a-name@help.example.com' })).toThrow(/REPLY_ADDRESS/);
  expect(read({ REPLY_ADDRESS: 'no address' })).toThrow(ConfigError);
  expect(read({ INBOUND_TOKEN: 'short' })).toThrow(/INBOUND_TOKEN/);
  expect(readConfig({ PUBLIC_URL: 'https://help.example.com' }).mail.from).toBe('help@help.example.com');
  expect(readConfig({ REPLY_ADDRESS: 'replies@help.example.com' }).mail.from).toBe(
    'replies@help.example.com',
  );
});
