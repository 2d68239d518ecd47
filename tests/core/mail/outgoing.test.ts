import { postContact } from '../../../shared/core/conversations/endRoutes.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postMessage, postSeen } from '../../../shared/core/conversations/routes.ts';
import { listJobs, retryDeadJobs, retryJob } from '../../../shared/core/jobs/routes.ts';
import { listMailLog, listMails } from '../../../shared/core/mail/routes.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import { planJob } from '../../../server/core/jobs/queries.ts';
import { insertMail } from '../../../server/core/mail/queries.ts';
import { maxMails } from '../../../server/core/mail/writes/budget.ts';
import { runDueJobs } from '../../../server/core/jobs/runner.ts';
import { pauses } from '../../../server/core/jobs/schedule.ts';
import { type MailStage, mailStage, minute } from '../../helpers/mailStage.ts';
import { postChat } from '../../../shared/chat/routes.ts';
import { hostile } from '../../helpers/data.ts';
import { newId, newSecret, password } from '../../helpers/server.ts';
import { headerOf, type ReceivedMail, startMailServer } from '../../helpers/smtp.ts';

let stage: MailStage;
beforeEach(async () => {
  stage = await mailStage();
});
afterEach(() => stage.close());

const mailsOf = async (conversation: string) =>
  (await stage.server.call(listMails, { cookie: stage.cookie, path: { conversation } })).body.mails;

/** Mails to the visitor: staff get theirs besides. */
const toVisitor = () => stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === 'zoe@visitor.example');

describe('a reply to a visitor who is gone', () => {
  test('is one mail for a burst, three minutes after its last message, with everything in it', async () => {
    const conversation = await stage.open('Is it **ready**?');
    await stage.pass(minute);
    await stage.reply(conversation, 'It is [here](https://evil.example/x), see *you*.');
    await stage.pass(minute);
    await stage.reply(conversation, 'Bring a bag.');
    await stage.pass(2.5 * minute);
    expect(toVisitor()).toEqual([]);
    await stage.pass(minute);
    expect(toVisitor()).toHaveLength(1);
    const [mail] = toVisitor();
    expect(mail!.parsed.subject).toBe('Re: Is it **ready**?');
    expect(mail!.parsed.from?.text).toBe('"Ada Agent (Shop)" <help@help.test.example>');
    expect(mail!.parsed.text).toContain('It is here (https://evil.example/x), see you.');
    expect(mail!.parsed.text).toContain('Bring a bag.');
    expect(mail!.parsed.html).toContain('(evil.example)');
    expect(mail!.parsed.html).toContain('<em>you</em>');
    expect(mail!.parsed.html).not.toMatch(/<img|<script|src=/);
    // What a list of mails shows of it is the message, and the question stands below.
    expect(mail!.parsed.text).toMatch(/^It is here/);
    expect(
      String(mail!.parsed.html)
        .replace(/<[^>]+>/g, '')
        .trim(),
    ).toMatch(/^It is here/);
    expect(mail!.parsed.text).toMatch(/\n> Zoë · .*\n> Is it ready\?\n\n-- \n/);
    await stage.pass(60 * minute);
    expect(toVisitor()).toHaveLength(1);
  });

  test('says when in the reader’s own zone and way of writing, and names a zone only where it is another', async () => {
    const times = async (more: Record<string, unknown>): Promise<string> => {
      const conversation = await stage.open('Hello', more);
      await stage.reply(conversation, 'Yes.');
      await stage.pass(4 * minute);
      return /Ada Agent · (.*)/.exec(toVisitor().at(-1)!.parsed.text!)![1]!;
    };
    // The team's hours are in Berlin, where it is 10:00.
    const page = (zone: string) => ({ page: { url: 'https://shop.test/', title: '', zone } });
    expect(await times({})).toBe('Mon, 2 Mar, 10:00 (Central European Standard Time)');
    expect(await times(page('Europe/London'))).toBe('Mon 2 Mar, 9:04');
    expect(await times(page('America/New_York'))).toBe('Mon, Mar 2, 4:08\u202fAM');
    expect(await times({ ...page('Europe/Berlin'), language: 'de' })).toBe('Mo., 2. März, 10:12');
  });

  test('carries what a mail program and RFC 3834 and 8058 want of it', async () => {
    const conversation = await stage.open();
    await stage.reply(conversation, 'Yes.');
    await stage.pass(4 * minute);
    const [mail] = toVisitor();
    const [row] = (await mailsOf(conversation)).filter(({ kind }) => kind === 'reply');
    expect(headerOf(mail!, 'message-id')).toBe(`<${row!.id}@help.test.example>`);
    expect(headerOf(mail!, 'in-reply-to')).toBe(`<${conversation}@help.test.example>`);
    expect(headerOf(mail!, 'auto-submitted')).toBe('auto-generated');
    expect(headerOf(mail!, 'reply-to')).toMatch(/^replies\+[0-9a-f]{48}@help\.test\.example$/);
    expect(headerOf(mail!, 'list-unsubscribe')).toMatch(/^<http:\/\/help\.test\/mail\/stop\/[0-9a-f]{48}>$/);
    expect(headerOf(mail!, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail!.envelope.from).toBe(headerOf(mail!, 'reply-to'));
    // A second burst stands in the same thread.
    await stage.reply(conversation, 'One more thing.');
    await stage.pass(4 * minute);
    const second = toVisitor()[1]!;
    expect(second.parsed.text).not.toContain('Yes.');
    expect(headerOf(second, 'in-reply-to')).toBe(headerOf(mail!, 'message-id'));
    expect(headerOf(second, 'references')?.split(' ')).toEqual([
      `<${conversation}@help.test.example>`,
      headerOf(mail!, 'message-id'),
    ]);
  });

  test('is none for what they have seen, and none while they look', async () => {
    const conversation = await stage.open();
    const { seq } = await stage.reply(conversation, 'Seen at once.');
    const path = { conversation };
    await stage.server.call(postSeen, { secret: stage.secret, path, body: { seq } });
    await stage.pass(10 * minute);
    expect(toVisitor()).toEqual([]);
    await stage.reply(conversation, 'While they write.');
    await stage.pass(2 * minute);
    await stage.server.call(postMessage, { secret: stage.secret, path, body: { id: newId(), body: 'Hm' } });
    await stage.pass(10 * minute);
    expect(toVisitor()).toEqual([]);
    expect((await mailsOf(conversation)).filter(({ kind }) => kind === 'reply')).toEqual([]);
  });

  test('does not wait for ever for somebody who writes on and on', async () => {
    const conversation = await stage.open();
    for (let index = 0; index < 9; index++) {
      await stage.reply(conversation, `Part ${index}`);
      await stage.pass(2 * minute);
    }
    expect(toVisitor()).toHaveLength(1);
  });

  test('goes out when they leave an address later', async () => {
    const conversation = await stage.open('Hello', { email: undefined });
    await stage.reply(conversation, 'Where may I write to?');
    await stage.pass(10 * minute);
    expect(toVisitor()).toEqual([]);
    const path = { conversation };
    const body = { email: 'zoe@visitor.example' };
    expect((await stage.server.call(postContact, { secret: stage.secret, path, body })).status).toBe(200);
    await stage.pass(0);
    expect(toVisitor()).toHaveLength(1);
    // Whose conversation it is not may not say where its answers go.
    expect((await stage.server.call(postContact, { secret: newSecret(), path, body })).status).toBe(401);
  });

  test('to an address that nobody has answered from is one of a few a day, and the rest is not lost', async () => {
    const conversation = await stage.open();
    for (let index = 0; index < maxMails.unverified + 4; index++) {
      await stage.reply(conversation, `Message ${index}`);
      await stage.pass(4 * minute);
    }
    expect(toVisitor()).toHaveLength(maxMails.unverified);
    await stage.pass(25 * 60 * minute);
    expect(toVisitor()).toHaveLength(maxMails.unverified + 1);
    expect(toVisitor().at(-1)!.parsed.text).toContain(`Message ${maxMails.unverified + 3}`);
    expect(toVisitor().at(-1)!.parsed.text).toContain(`Message ${maxMails.unverified}`);
  });

  test('is none at an address that wants no more, which one press says', async () => {
    const conversation = await stage.open();
    await stage.reply(conversation, 'First.');
    await stage.pass(4 * minute);
    const path = /<http:\/\/help\.test(\S+)>/.exec(headerOf(toVisitor()[0]!, 'list-unsubscribe')!)![1]!;
    const page = await stage.server.request('GET', path, { headers: { origin: '' } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('You’ll no longer get emails from Shop');
    await stage.reply(conversation, 'Second.');
    await stage.pass(4 * minute);
    expect(toVisitor()).toHaveLength(2);
    const pressed = await stage.server.request('POST', path, {
      body: 'List-Unsubscribe=One-Click',
      headers: { origin: '', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(pressed.status).toBe(200);
    await stage.reply(conversation, 'Third.');
    await stage.pass(4 * minute);
    expect(toVisitor()).toHaveLength(2);
    const forged = path.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect((await stage.server.request('POST', forged, { headers: { origin: '' } })).status).toBe(404);
  });
});

describe('in every language', () => {
  test('an Arabic visitor gets it in Arabic, from right to left', async () => {
    const conversation = await stage.open('مرحبا', { language: 'ar' });
    await stage.reply(conversation, 'نعم');
    await stage.pass(4 * minute);
    const [mail] = toVisitor();
    expect(mail!.parsed.html).toContain('dir="rtl"');
    expect(mail!.parsed.text).toContain('متابعة المحادثة');
    expect(mail!.parsed.subject).toBe('Re: مرحبا');
  });
});

describe('headers', () => {
  const ours = [
    'auto-submitted',
    'content-type',
    'date',
    'from',
    'in-reply-to',
    'list-unsubscribe',
    'list-unsubscribe-post',
    'message-id',
    'mime-version',
    'references',
    'reply-to',
    'subject',
    'to',
    'x-auto-response-suppress',
    'x-foyer',
  ];
  const keysOf = (mail: ReceivedMail) => mail.parsed.headerLines.map(({ key }) => key).sort();

  test('are exactly ours, whatever a visitor writes anywhere', async () => {
    const cases = hostile('header-injection');
    let taken = 0;
    for (const [place, text] of cases.entries())
      for (const field of ['name', 'email', 'body'] as const) {
        const secret = newSecret();
        const { status, body } = await stage.server.call(postChat, {
          secret,
          address: `198.51.100.${place}`,
          body: {
            id: newId(),
            language: 'en',
            name: 'N',
            email: `v${place}@visitor.example`,
            body: 'B',
            [field]: text,
          },
        });
        expect([200, 400]).toContain(status);
        if (status !== 200) continue;
        taken++;
        await stage.reply(body.conversation.id, text);
      }
    expect(taken).toBeGreaterThan(cases.length);
    await stage.pass(6 * minute);
    const mails = stage.smtp.mails;
    expect(mails.length).toBe(taken);
    const staff = 'ada@shop.test';
    for (const mail of mails) {
      expect(mail.envelope.to).toHaveLength(1);
      expect(mail.envelope.to[0]).not.toMatch(/example\.com$/);
      expect(keysOf(mail)).toEqual(ours);
      if (mail.envelope.to[0] === staff) expect(headerOf(mail, 'to')).toBe(staff);
    }
  });

  test('cannot be added by anything that anybody calls themselves', async () => {
    const evil = 'Eve\r\nBcc: all@victim.example\r\n\r\nBody';
    await createStaff(stage.server.ctx, {
      site: stage.server.site.id,
      email: 'eve@shop.test',
      name: evil,
      password,
      role: 'agent',
    });
    stage.cookie = await stage.server.logIn('eve@shop.test');
    const conversation = await stage.open('Subject ünïcode "quoted" <b@c.example>, d@e.example');
    await stage.reply(conversation, '.\r\n.\r\nMAIL FROM:<x@y.example>');
    await stage.pass(4 * minute);
    const [mail] = toVisitor();
    expect(mail!.envelope.to).toEqual(['zoe@visitor.example']);
    expect(headerOf(mail!, 'bcc')).toBeUndefined();
    expect(keysOf(mail!)).toEqual(ours);
    expect(mail!.parsed.subject).toBe('Re: Subject ünïcode "quoted" <b@c.example>, d@e.example');
    expect(stage.smtp.mails.flatMap(({ envelope }) => envelope.to)).not.toContain('all@victim.example');
  });

  test.each([
    'a\r\nBcc: x@y.example',
    'a@b.example\nc@d.example',
    'a@b.example, c@d.example',
    '<a@b.example>',
  ])('an address such as %j is refused with its field', async (email) => {
    const conversation = await stage.open();
    const reply = await stage.server.call(postContact, {
      secret: stage.secret,
      path: { conversation },
      body: { email },
    });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ error: { fields: { email: expect.any(String) } } });
  });
});

const admin = async () => {
  await createStaff(stage.server.ctx, {
    site: stage.server.site.id,
    email: 'boss@shop.test',
    name: 'Bo Boss',
    password,
    role: 'admin',
  });
  return stage.server.logIn('boss@shop.test');
};

describe('a mail server', () => {
  test('that says "not now" is asked again on the schedule, and the job died after the tenth try', async () => {
    const conversation = await stage.open();
    await stage.reply(conversation, 'Yes.');
    stage.smtp.answer = 451;
    await stage.pass(4 * minute);
    await admin();
    // A session does not live for as long as the schedule does.
    const jobs = async () => {
      const cookie = await stage.server.logIn('boss@shop.test');
      const { body } = await stage.server.call(listJobs, { cookie });
      return body.jobs.filter(({ kind }) => kind === 'mail.reply');
    };
    expect(await jobs()).toMatchObject([
      { state: 'waiting', attempts: 1, lastError: expect.stringContaining('451') },
    ]);
    expect((await mailsOf(conversation)).find(({ kind }) => kind === 'reply')?.state).toBe('sending');
    for (const [index, pause] of pauses.entries()) {
      await stage.pass(pause * 0.99);
      expect((await jobs())[0]!.attempts).toBe(index + 1);
      await stage.pass(pause * 0.12);
      expect((await jobs())[0]!.attempts).toBe(index + 2);
    }
    expect(await jobs()).toMatchObject([{ state: 'dead', conversation }]);
    expect(JSON.stringify(await jobs())).not.toMatch(/zoe|Yes/);
    stage.smtp.answer = null;
    const [{ id: job } = { id: '' }] = await jobs();
    const cookie = await stage.server.logIn('boss@shop.test');
    const again = await stage.server.call(retryJob, { cookie, path: { job } });
    expect(again.status).toBe(200);
    await stage.pass(0);
    expect(toVisitor()).toHaveLength(1);
  });

  test('that refuses for good is not asked again, and staff see it', async () => {
    const conversation = await stage.open();
    await stage.reply(conversation, 'Yes.');
    stage.smtp.answer = 550;
    await stage.pass(4 * minute);
    expect((await mailsOf(conversation)).find(({ kind }) => kind === 'reply')?.state).toBe('failed');
    const cookie = await admin();
    const { body } = await stage.server.call(listJobs, { cookie });
    expect(body.jobs.filter(({ kind }) => kind === 'mail.reply')).toMatchObject([{ state: 'dead' }]);
    expect((await stage.server.call(listJobs, { cookie: stage.cookie })).status).toBe(403);
  });

  test('that is not there holds nothing up, and what waited goes out when it is back', async () => {
    const conversation = await stage.open();
    await stage.reply(conversation, 'Yes.');
    const port = Number(new URL(stage.smtp.url).port);
    await stage.smtp.close();
    await stage.pass(4 * minute);
    expect((await mailsOf(conversation)).find(({ kind }) => kind === 'reply')?.state).toBe('sending');
    stage.smtp = await startMailServer(port);
    await stage.pass(2 * minute);
    expect(toVisitor()).toHaveLength(1);
    expect((await mailsOf(conversation)).find(({ kind }) => kind === 'reply')?.state).toBe('sent');
    expect(stage.server.logged.join('\n')).not.toContain('zoe@visitor.example');
  });
});

test('without a mail server everything is kept, and seen to be not sent', async () => {
  await stage.close();
  stage = await mailStage({ environment: { SMTP_URL: '' } });
  const conversation = await stage.open();
  await stage.reply(conversation, 'Yes.');
  await stage.pass(4 * minute);
  expect(await mailsOf(conversation)).toMatchObject([{ kind: 'reply', with: 'visitor', state: 'unsent' }]);
  expect(stage.smtp.mails).toEqual([]);
  const metrics = await stage.server.ctx.metrics.registry.metrics();
  expect(metrics).toContain('foyer_mails_total{result="unsent"} 1');
  expect(metrics).toContain('foyer_jobs{state="dead"} 1');
  await runDueJobs(stage.server.ctx);
  expect(await mailsOf(conversation)).toHaveLength(1);
});

describe('the log of emails', () => {
  const log = async (group?: 'failed' | 'sent' | 'waiting' | 'received') =>
    (await stage.server.call(listMailLog, { cookie: stage.cookie, query: { ...(group && { group }) } })).body;

  test('says what became of each and why, and all that was given up is tried again in one go', async () => {
    const first = await stage.open();
    await stage.reply(first, 'Yes.');
    stage.smtp.answer = 550;
    await stage.pass(4 * minute);
    expect((await log('failed')).mails.find(({ with: side }) => side === 'visitor')).toMatchObject({
      kind: 'reply',
      state: 'failed',
      address: 'zoe@visitor.example',
      conversation: first,
      job: { state: 'dead', lastError: 'the mail server refused it with 550' },
    });
    expect((await log('sent')).mails).toEqual([]);
    stage.smtp.answer = null;
    const cookie = await admin();
    const { counts } = (await stage.server.call(listJobs, { cookie })).body;
    expect(counts.dead).toBeGreaterThan(0);
    expect((await stage.server.call(retryDeadJobs, { cookie: stage.cookie })).status).toBe(403);
    expect((await stage.server.call(retryDeadJobs, { cookie })).body).toEqual({ retried: counts.dead });
    await stage.pass(0);
    expect((await log('failed')).mails).toEqual([]);
    expect((await log('sent')).mails.find(({ with: side }) => side === 'visitor')).toMatchObject({
      state: 'sent',
      job: null,
    });
    expect((await stage.server.call(listJobs, { cookie })).body.counts.dead).toBe(0);
    expect((await stage.server.call(retryDeadJobs, { cookie })).body).toEqual({ retried: 0 });
  });

  test('and the list of jobs show what fails, however much is planned for later', async () => {
    const conversation = await stage.open();
    await stage.reply(conversation, 'Yes.');
    stage.smtp.answer = 451;
    await stage.pass(4 * minute);
    const { ctx, site, clock } = stage.server;
    await ctx.database.write((tx) =>
      Array.from({ length: 120 }, (_, place) =>
        planJob(
          tx,
          site.id,
          { kind: 'inbox.wake', key: String(place), payload: {}, runAt: clock.now() + 9_000 * minute },
          clock.now(),
        ),
      ),
    );
    const { jobs } = (await stage.server.call(listJobs, { cookie: await admin() })).body;
    expect(jobs.filter(({ attempts }) => attempts > 0).map(({ kind }) => kind)).toContain('mail.reply');
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length);
    expect((await log('waiting')).mails.find(({ with: side }) => side === 'visitor')?.job).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastError: expect.stringContaining('451'),
    });
  });

  test('is read a page at a time, newest first', async () => {
    const [row] = await (async () => {
      const conversation = await stage.open();
      await stage.reply(conversation, 'Yes.');
      await stage.pass(4 * minute);
      return (await log()).mails;
    })();
    await stage.server.ctx.database.write((tx) =>
      Array.from({ length: 60 }, (_, place) =>
        insertMail(
          tx,
          {
            siteId: stage.server.site.id,
            id: newId(),
            kind: 'reply',
            conversationId: row!.conversation,
            address: `${place}@visitor.example`,
            messageId: `<${place}@x>`,
            state: place % 2 ? 'sent' : 'bounced',
          },
          stage.server.clock.now() + 1 + Math.floor(place / 3),
        ),
      ),
    );
    const page = await log();
    expect(page).toMatchObject({ more: true });
    const rest = await stage.server.call(listMailLog, {
      cookie: stage.cookie,
      query: { before: page.mails.at(-1)!.id },
    });
    const all = [...page.mails, ...rest.body.mails];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(rest.body.more).toBe(false);
    expect(all.length).toBeGreaterThan(60);
    expect(all.map(({ createdAt }) => createdAt)).toEqual(
      all.map(({ createdAt }) => createdAt).sort((one, other) => other - one),
    );
    const unknown = await stage.server.call(listMailLog, {
      cookie: stage.cookie,
      query: { before: newId() },
    });
    expect(unknown).toMatchObject({ status: 400, body: { error: { fields: { before: 'unknown' } } } });
  });
});
