import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import type { Context } from '../../../server/context.ts';
import { watchMailbox } from '../../../server/core/mail/incoming/mailbox.ts';
import { getInboxThread } from '../../../shared/inbox/routes.ts';
import { startMailbox, type TestMailbox } from '../../helpers/imap.ts';
import { type MailStage, mailStage, minute } from '../../helpers/mailStage.ts';
import { headerOf } from '../../helpers/smtp.ts';

let stage: MailStage;
let mailbox: TestMailbox;
let conversation: string;
let replyTo: string;
let stop: () => Promise<void>;

const watch = (): void => {
  stop = watchMailbox({ ...stage.server.ctx, config: { ...stage.server.ctx.config, imapUrl: mailbox.url } });
};

beforeEach(async () => {
  mailbox = await startMailbox();
  stage = await mailStage();
  conversation = await stage.open();
  await stage.reply(conversation, 'It is ready.');
  await stage.pass(4 * minute);
  const sent = stage.smtp.mails.find(({ envelope }) => envelope.to[0] === 'zoe@visitor.example')!;
  replyTo = headerOf(sent, 'reply-to')!;
  stop = async () => {};
});
afterEach(async () => {
  await stop();
  await mailbox.close();
  await stage.close();
});

const mail = (said: string, to = replyTo): string =>
  `From: zoe@visitor.example\nTo: ${to}\nMessage-ID: <${encodeURIComponent(said)}@visitor.example>\nSubject: Re\n\n${said}`;

const said = async (): Promise<string[]> => {
  const thread = await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } });
  return thread.body.messages
    .filter(({ author }) => author.kind === 'visitor')
    .map(({ body }) => body)
    .slice(1);
};
const arrives = (...bodies: string[]) => vi.waitFor(async () => expect(await said()).toEqual(bodies), 60_000);
const mailboxUp = async () => (await stage.server.ctx.metrics.mailbox.get()).values[0]?.value;

describe('the mailbox', () => {
  test('brings what is in it and what comes, each once and in order, and marks it as read', async () => {
    mailbox.append(mail('Before'));
    mailbox.append('From: a@b.example\nTo: help@help.test.example\nSubject: Not for Foyer\n\nHello');
    watch();
    await arrives('Before');
    expect(await mailboxUp()).toBe(1);
    mailbox.append(mail('During'));
    await arrives('Before', 'During');
    await vi.waitFor(() => expect(mailbox.flags()).toEqual([['\\Seen'], [], ['\\Seen']]), 60_000);
  });

  test('goes on where it was after a restart, and reads nothing twice', async () => {
    watch();
    mailbox.append(mail('One'));
    await arrives('One');
    await stop();
    mailbox.append(mail('Two'));
    const taken = vi.spyOn(stage.server.ctx.metrics.mails, 'inc');
    watch();
    await arrives('One', 'Two');
    mailbox.append(mail('Three'));
    await arrives('One', 'Two', 'Three');
    expect(taken.mock.calls.map(([labels]) => labels)).toEqual([
      { result: 'received' },
      { result: 'received' },
    ]);
  });

  test('connects again when the line breaks, waiting longer each time, and says so', async () => {
    watch();
    await vi.waitFor(async () => expect(await mailboxUp()).toBe(1), 60_000);
    const { port } = mailbox;
    await mailbox.close();
    await vi.waitFor(() => expect(stage.server.clock.slept.length).toBeGreaterThan(2), 60_000);
    mailbox = await startMailbox({ port });
    mailbox.append(mail('Afterwards'));
    await arrives('Afterwards');
    const [first, , third] = stage.server.clock.slept;
    expect(third!).toBeGreaterThan(first!);
    expect(stage.server.logged.join('')).toContain('the mailbox cannot be read');
    const faults = await stage.server.ctx.metrics.faults.get();
    expect(faults.values.find(({ labels }) => labels.kind === 'imap')?.value).toBeGreaterThan(0);
  });

  test('that was made anew numbers its mails anew: all are read, and none becomes a second message', async () => {
    mailbox.append(mail('Kept'));
    watch();
    await arrives('Kept');
    await stop();
    await mailbox.close();
    mailbox = await startMailbox({ port: mailbox.port, uidValidity: 2 });
    mailbox.append(mail('Kept'));
    mailbox.append(mail('New'));
    watch();
    await arrives('Kept', 'New');
  });

  test('keeps what cannot be stored now, and takes it later', async () => {
    mailbox.append(mail('Patience'));
    const { ctx } = stage.server;
    const findMail = vi.spyOn(ctx.database, 'commit').mockRejectedValueOnce(new Error('broken for once'));
    const real = setTimeout;
    // The pause before the next try.
    const timers = vi
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(((run: () => void, wait?: number) =>
        real(run, wait === 15_000 ? 0 : wait)) as typeof setTimeout);
    watch();
    await arrives('Patience');
    timers.mockRestore();
    findMail.mockRestore();
    expect(stage.server.logged.join('')).toContain('a mail could not be taken');
  });

  test('a flood of one conversation holds up no other', async () => {
    for (let count = 0; count < 25; count++) mailbox.append(mail(`Flood ${count}`));
    const other = await stage.open('Another matter');
    await stage.reply(other, 'Yes?');
    await stage.pass(4 * minute);
    const otherReply = headerOf(stage.smtp.mails.at(-1)!, 'reply-to')!;
    mailbox.append(mail('From elsewhere', otherReply));
    watch();
    await vi.waitFor(async () => {
      const thread = await stage.server.call(getInboxThread, {
        cookie: stage.cookie,
        path: { conversation: other },
      });
      expect(thread.body.messages.at(-1)!.body).toBe('From elsewhere');
    }, 60_000);
    expect((await said()).length).toBeLessThan(25);
    await stop();
    stage.server.clock.pass(10 * minute);
    watch();
    await vi.waitFor(async () => expect((await said()).length).toBe(25), 60_000);
  });

  test('without IMAP_URL nothing is read', async () => {
    await watchMailbox({ config: { imapUrl: undefined } } as Context)();
    expect(mailbox.connections).toBe(0);
  });

  test('an address without a user, a password or a host is refused with a sentence', () => {
    for (const url of [
      'imap://example.com',
      'http://a:b@example.com',
      'imaps://user@example.com',
      'imaps://',
    ])
      expect(() => readConfig({ IMAP_URL: url }), url).toThrow(/IMAP_URL: must look like imaps:/);
  });
});
