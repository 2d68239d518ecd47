import { describe, expect, test } from 'vitest';
import { writerOf } from '../../../server/core/mail/reading/machine.ts';
import { bareLine, markerEdge } from '../../../server/core/mail/reading/quoteLines.ts';
import { splitReply } from '../../../server/core/mail/reading/splitReply.ts';
import { email } from '../../../shared/core/fields.ts';
import { canonicalEmail, writtenEmail } from '../../../server/core/emailAddress.ts';
import { isMentioned } from '../../../server/core/mail/plan.ts';
import { richAsText } from '../../../server/core/mail/richMail.tsx';
import { ConfigError, readConfig } from '../../../server/config.ts';
import { renderMarkdown } from '../../../server/core/content/markdown.ts';

const ours = { lines: [bareLine('When will you come?')], marks: [markerEdge] };

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
      `شكرا\n\nفي الاثنين، كتب Shop <r@help.test>:\n${markerEdge} x ${markerEdge}\nold\nWhen will you come?`,
      'شكرا',
    ],
    ['a signature', 'Yes.\n\n-- \nZoë\n+1 555', 'Yes.'],
    ['a phone’s own words', 'Yes please\n\nSent from my iPhone', 'Yes please'],
    ['CR LF', 'One\r\nTwo\r\n\r\n> When will you come?', 'One\nTwo'],
    ['nothing but a quote', '> only quoted', '> only quoted'],
    ['words about wrote:', 'He wrote: no.\n\nWhat now?', 'He wrote: no.\n\nWhat now?'],
    [
      'a wrapped attribution',
      'New.\n\nOn Sun, Nov 29, 2026 at 10:00 AM Ada (Shop) <\nr@help.test> wrote:\n\n> Hi',
      'New.',
    ],
    [
      'an attribution that begins with a date',
      'Da.\n\nвс, 29 нояб. 2026 г. в 10:00, Ada <\nr@help.test>:\n\n> Hi',
      'Da.',
    ],
    ['words below the quote', '> When will you come?\n>\n> Ada\n\nTomorrow.', 'Tomorrow.'],
    [
      'Outlook, with words below',
      'Yes.\n\n________________________________\nVon: Ada <r@help.test>\nGesendet: Montag\nAn: Zoë\nBetreff: Re: Hi\n\nWhen will you come?\n\nAnd thanks.',
      'Yes.\n\nAnd thanks.',
    ],
  ])('is found in %s, and nothing of the rest is lost', (_, text, said) => {
    const found = splitReply(text, ours);
    expect(found.own).toBe(said);
    const words = (given: string) => given.split(/\s+/).filter(Boolean).sort();
    expect(words(`${found.own}\n${found.quoted}`)).toEqual(words(text));
  });

  test.each([
    [
      'between quotes',
      'On 2 Mar 2026 at 10:00, Ada <r@help.test> wrote:\n\n> Which colour?\n\nGREEN\n\n> Which size?\n\nLARGE',
      ['GREEN', 'LARGE', '> Which colour?'],
    ],
    ['with > in it', 'It must be\n> 5 and\n> below 9\nelse it breaks', ['> 5 and', '> below 9']],
    ['that ends with >', 'It must be\n> 5', ['> 5']],
    ['after a line', 'One.\n\n________________\n\nTwo.', ['One.', 'Two.']],
    ['after two dashes', 'Options:\n\n--\nred\n--\nblue\n\nBlue.', ['red', 'blue', 'Blue.']],
    ['below a signature', 'Yes.\n\n-- \nZoë\n\nPS: the blue one', ['Zoë', 'PS: the blue one']],
    [
      'that looks like headers',
      'Name: Zoë\nEmail: zoe@x.example\nOrder: 15\n\nPlease send it',
      ['Order: 15', 'Please send it'],
    ],
    [
      'that looks like a forward',
      'I lost it.\n\n-----Original Message-----\nwas its subject.',
      ['was its subject.'],
    ],
    [
      'that looks like an attribution',
      'Please change it to zoe@new.example:\nzoe@new.example and nothing else:',
      ['zoe@new.example and nothing else:'],
    ],
    ['of a phone alone', 'Sent from my iPhone', ['Sent from my iPhone']],
  ])('is kept %s', (_, text, words) => {
    const { own: said } = splitReply(text, ours);
    for (const word of words) expect(said).toContain(word);
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
    ['quotes and attributions', '> a\na@b <a@b.example> 10:00 2026:\n'.repeat(20_000)],
    ['headers', `${'A: b\n'.repeat(40_000)}When will you come?`],
  ])('is looked for in bounded time: %s', (_, text) => {
    // Without its bounds each takes minutes: the runner's own limit is what ends it then.
    expect(splitReply(`A ${text} b`, ours).own).toMatch(/^A/);
  });
});

test('an address has one form, however it is spelled', () => {
  const spellings = [
    'Zo\u00e9@m\u00fcnchen.example',
    'zoe\u0301@xn--mnchen-3ya.EXAMPLE',
    ' ZOE\u0301@MU\u0308NCHEN.example ',
  ];
  for (const one of spellings) expect(canonicalEmail(one)).toBe('zo\u00e9@m\u00fcnchen.example');
  expect(writtenEmail('Zoe@XN--MNCHEN-3YA.example')).toBe('Zoe@m\u00fcnchen.example');
  for (const other of ['zoe@munchen.example', 'no address', '@', 'a@', ''])
    expect(canonicalEmail(other)).toBe(other);
  expect(email.safeParse('zoe\u0301@mu\u0308nchen.example').success).toBe(true);
});

test('a mention is a word of its own, first name or full', () => {
  expect(isMentioned('@Ada please look', 'Ada Agent')).toBe(true);
  expect(isMentioned('see (@ada agent)', 'Ada Agent')).toBe(true);
  expect(isMentioned('@Adam', 'Ada Agent')).toBe(false);
  expect(isMentioned('mail me@ada.example', 'Ada Agent')).toBe(false);
  expect(isMentioned('@Adam and @Ada', 'Ada Agent')).toBe(true);
});

test('a machine is known by its own marks, and a person is not taken for one by those of relays', () => {
  const writer = (headers: Record<string, string>, text = '', from = 'zoe@visitor.example', subject = '') =>
    writerOf(
      {
        headerLines: Object.entries(headers).map(([key, value]) => ({
          key: key.toLowerCase(),
          line: `${key}: ${value}`,
        })),
      },
      from,
      subject,
      text,
    );
  expect(writer({})).toBe('person');
  expect(writer({ 'Auto-Submitted': 'No' })).toBe('person');
  expect(writer({ 'Return-Path': '<>' })).toBe('person');
  expect(writer({ 'List-Id': '<a.example>', Precedence: 'bulk' })).toBe('person');
  expect(writer({}, '', 'postmaster@visitor.example')).toBe('person');
  expect(writer({ 'Auto-Submitted': 'auto-generated' })).toBe('automatic');
  expect(writer({ 'Return-Path': '<>' }, '', undefined, 'Automatic reply: Hi')).toBe('automatic');
  expect(writer({}, '', 'MAILER-DAEMON@mx.example')).toBe('bounce');
  const report = { 'Content-Type': 'multipart/report; report-type=delivery-status' };
  expect(writer(report, 'Action: delayed')).toBe('automatic');
  expect(writer({ 'X-MS-Exchange-Message-Is-Ndr': '' })).toBe('bounce');
  expect(writer({ 'Return-Path': '<>' }, '', 'postmaster@x.example', 'Undeliverable: Hi')).toBe('bounce');
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
