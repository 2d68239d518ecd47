import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { listSetAside } from '../../shared/core/mail/routes.ts';
import { listInbox, putCannedReply } from '../../shared/inbox/routes.ts';
import { putRule } from '../../shared/rules/routes.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { newId, password } from '../helpers/server.ts';
import { headerOf } from '../helpers/smtp.ts';

/* What a rule says reaches who writes by mail, once, and no machine. */

const help = 'help@help.test.example';
let stage: MailStage;
beforeEach(async () => {
  const addresses = [
    { address: help, team: null, language: 'en', signature: 'The shop', acknowledges: false },
  ];
  stage = await mailStage({ settings: { mail: { addresses } } });
  const { ctx, site } = stage.server;
  const email = 'olga@shop.test';
  await createStaff(ctx, { site: site.id, email, name: 'Olga', password, role: 'owner' });
  stage.cookie = await stage.server.logIn(email);
  const hello = newId();
  const { cookie } = stage;
  await stage.server.call(putCannedReply, {
    cookie,
    path: { reply: hello },
    body: { shortcut: 'hi', title: 'Hi', body: 'Opening hours are nine to five.', language: '' },
  });
  const rule = await stage.server.call(putRule, {
    cookie,
    path: { rule: newId() },
    body: {
      name: 'Hours',
      isOn: true,
      on: 'message',
      minutes: null,
      groups: [],
      actions: [{ do: 'reply', to: hello }],
      stops: false,
    },
  });
  expect(rule.status).toBe(200);
});
afterEach(() => stage.close());

let count = 0;
const mail = (said: string, headers: Record<string, string> = {}): string =>
  [
    ...Object.entries({
      From: 'Mia Mail <mia@visitor.example>',
      To: help,
      Subject: 'Hours',
      'Message-ID': `<${++count}@visitor.example>`,
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    said,
  ].join('\n');
const toMia = () => stage.smtp.mails.filter(({ envelope }) => envelope.to.includes('mia@visitor.example'));
const work = async (): Promise<void> => {
  for (let times = 0; times < 3; times++) await stage.pass(minute);
};

test('a rule’s reply goes out by mail, marked as automatic, once until the team has answered', async () => {
  expect((await stage.inbound(mail('When are you open?'))).result).toBe('received');
  await work();
  expect(toMia()).toHaveLength(1);
  const [automatic] = toMia();
  expect(headerOf(automatic!, 'auto-submitted')).toBe('auto-generated');
  expect(headerOf(automatic!, 'x-auto-response-suppress')).toBe('All');
  expect(automatic!.envelope.to).toEqual(['mia@visitor.example']);
  expect(automatic!.parsed.text).toContain('Opening hours are nine to five.');
  expect(automatic!.parsed.text).toContain('This is an automatic message.');
  // Nothing that was written goes to an address that may be somebody else's.
  expect(automatic!.raw).not.toContain('When are you open?');

  const answers = { 'In-Reply-To': headerOf(automatic!, 'message-id')! };
  expect((await stage.inbound(mail('And on Sundays?', answers))).result).toBe('received');
  await work();
  expect(toMia()).toHaveLength(1);

  const { body } = await stage.server.call(listInbox, { cookie: stage.cookie });
  expect(body.conversations).toHaveLength(1);
  await stage.reply(body.conversations[0]!.id, 'Closed on Sundays.');
  await work();
  expect(toMia()).toHaveLength(2);
  const own = toMia()[1]!;
  expect(headerOf(own, 'auto-submitted')).toBeUndefined();
  expect(own.parsed.text).toContain('Closed on Sundays.');
  expect(own.parsed.text!.split('\n').filter((line) => line.startsWith('Opening hours'))).toEqual([]);
  expect((await stage.inbound(mail('Thanks, and Mondays?', answers))).result).toBe('received');
  await work();
  expect(toMia()).toHaveLength(3);
});

test('no automatic mail gets one, and neither does who wants none', async () => {
  await stage.inbound(mail('I am away', { 'Auto-Submitted': 'auto-replied' }));
  await stage.inbound(mail('News', { Precedence: 'bulk' }));
  await work();
  expect(toMia()).toEqual([]);
  const aside = await stage.server.call(listSetAside, { cookie: stage.cookie });
  expect(aside.body.mails.map(({ reason }) => reason)).toEqual(['automatic', 'automatic']);
});

test('in a chat it stays on the page', async () => {
  await stage.open('When are you open?', { email: 'mia@visitor.example' });
  await work();
  await work();
  expect(toMia()).toEqual([]);
});
