import {
  postBlock,
  postEnd,
  postRating,
  postReport,
  postTranscript,
} from '../../shared/core/conversations/endRoutes.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import { getThread, postMessage, postTyping } from '../../shared/core/conversations/routes.ts';
import { postResume } from '../../shared/core/mail/routes.ts';
import { maxQuestions } from '../../server/core/mail/writes/budget.ts';
import { stopMails } from '../../server/core/mail/queries.ts';
import { getInboxThread } from '../../shared/inbox/routes.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { newId, newSecret, publicUrl } from '../helpers/server.ts';
import { headerOf } from '../helpers/smtp.ts';

let stage: MailStage;
let conversation: string;
beforeEach(async () => {
  stage = await mailStage();
  conversation = await stage.open();
});
afterEach(() => stage.close());

const mine = () => ({ secret: stage.secret, path: { conversation } });
const thread = async () =>
  (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } })).body;
const toVisitor = () => stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === 'zoe@visitor.example');

/** The visitor shows that their address is theirs: they answer a mail that went to it. */
const prove = async (): Promise<void> => {
  await stage.reply(conversation, 'Are you there?');
  await stage.pass(4 * minute);
  const reply = headerOf(toVisitor().at(-1)!, 'reply-to');
  await stage.inbound(`From: zoe@visitor.example\nTo: ${reply}\nMessage-ID: <prove@x.example>\n\nYes.`);
};

describe('an end', () => {
  test('closes it for both sides, owes nothing, and twice is once', async () => {
    const ended = await stage.server.call(postEnd, mine());
    expect(ended.body).toMatchObject({ status: 'closed', promise: null });
    expect((await stage.server.call(postEnd, mine())).status).toBe(200);
    const { messages } = await thread();
    expect(messages.filter(({ notice }) => notice?.kind === 'ended')).toHaveLength(1);
    await stage.server.call(postMessage, { ...mine(), body: { id: newId(), body: 'One more' } });
    expect((await thread()).conversation.status).toBe('open');
  });

  test('is not for strangers', async () => {
    const stranger = newSecret();
    await stage.server.call(postChat, {
      secret: stranger,
      body: { id: newId(), body: 'Mine', language: 'en' },
    });
    const path = { conversation };
    for (const [route, body] of [
      [postEnd, undefined],
      [postRating, { rating: 'good' }],
      [postTranscript, { id: newId(), email: 'a@b.example' }],
      [postReport, { message: conversation }],
    ] as const)
      expect(
        (await stage.server.call(route as typeof postRating, { secret: stranger, path, body: body as never }))
          .status,
      ).toBe(404);
  });
});

describe('a rating', () => {
  test('is one tap, then words; the last counts, and staff see it', async () => {
    expect((await stage.server.call(postRating, { ...mine(), body: { rating: 'okay' } })).body.rating).toBe(
      'okay',
    );
    await stage.server.call(postRating, { ...mine(), body: { rating: 'good', comment: 'Quick.' } });
    await stage.server.call(postRating, { ...mine(), body: { rating: 'good', comment: 'Quick.' } });
    const { conversation: row, messages } = await thread();
    expect(row.rating).toEqual({ score: 'good', scale: 'faces', value: 3, comment: 'Quick.' });
    expect(messages.filter(({ notice }) => notice?.kind === 'rated')).toHaveLength(2);
    const theirs = await stage.server.call(getThread, mine());
    expect(theirs.body.messages.some(({ notice }) => notice?.kind === 'rated')).toBe(false);
    const wrong = await stage.server.call(postRating, { ...mine(), body: { rating: 'great' as never } });
    expect(wrong.body).toMatchObject({ error: { code: 'invalid', fields: { rating: expect.any(String) } } });
  });
});

describe('a transcript', () => {
  test('is sent once, says so only once it was accepted, and can be answered', async () => {
    await stage.reply(conversation, 'Yes, it is.');
    await stage.reply(conversation, 'Not for them', 'note');
    const body = { id: newId(), email: 'zoe@visitor.example' };
    await prove();
    stage.smtp.mails.length = 0;
    expect((await stage.server.call(postTranscript, { ...mine(), body })).body).toEqual({ state: 'waiting' });
    expect((await stage.server.call(postTranscript, { ...mine(), body })).body).toEqual({ state: 'waiting' });
    stage.smtp.answer = 451;
    await stage.pass(0);
    expect((await stage.server.call(postTranscript, { ...mine(), body })).body.state).not.toBe('sent');
    stage.smtp.answer = null;
    await stage.pass(2 * minute);
    expect((await stage.server.call(postTranscript, { ...mine(), body })).body).toEqual({ state: 'sent' });
    expect(toVisitor()).toHaveLength(1);
    const [mail] = toVisitor();
    expect(mail!.parsed.text).toContain('Hello, is my frame ready?');
    expect(mail!.parsed.text).toContain('Yes, it is.');
    expect(mail!.parsed.text).not.toContain('Not for them');
    expect(headerOf(mail!, 'list-unsubscribe')).toBeUndefined();
    const raw = `From: zoe@visitor.example\nTo: ${headerOf(mail!, 'reply-to')}\nMessage-ID: <t@x.example>\n\nFrom the transcript.`;
    expect(await stage.inbound(raw)).toMatchObject({ result: 'received' });
    expect((await thread()).messages.at(-1)!.body).toBe('From the transcript.');
  });

  const ask = (email: string, who = mine()) =>
    stage.server.call(postTranscript, { ...who, body: { id: newId(), email } });
  const to = (address: string) => stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === address);
  const press = (path: string) =>
    stage.server.request('POST', path, { headers: { origin: publicUrl }, address: '192.0.2.77' });
  const confirmPath = (address: string): string =>
    /http:\/\/help\.test(\/mail\/confirm\/\w+\S*)/.exec(to(address).at(-1)!.parsed.text!)![1]!;

  test('to an address that nobody has shown to be theirs goes once its reader says so, and until then no word', async () => {
    const friend = 'friend@other.example';
    const body = { id: newId(), email: friend };
    const asked = await stage.server.call(postTranscript, { ...mine(), body });
    expect(asked.body).toEqual({ state: 'unconfirmed' });
    await stage.pass(0);
    expect(to(friend)).toHaveLength(1);
    const [question] = to(friend);
    // Neither what was said, nor what the visitor calls themselves, nor the subject.
    for (const word of ['frame', 'Zoë', 'zoe@']) expect(question!.raw).not.toContain(word);
    expect(question!.raw).not.toContain('/resume');

    const path = confirmPath(friend);
    // A scanner that opens the link sends nothing.
    expect((await stage.server.request('GET', path, { headers: { origin: '' } })).status).toBe(200);
    await stage.pass(0);
    expect(to(friend)).toHaveLength(1);
    expect((await press(path)).status).toBe(200);
    expect((await press(path)).status).toBe(200);
    await stage.pass(0);
    expect(to(friend)).toHaveLength(2);
    expect(to(friend)[1]!.parsed.text).toContain('Hello, is my frame ready?');
    // It is their copy, and no way into the conversation.
    expect(to(friend)[1]!.raw).not.toContain('/resume');
    expect((await stage.server.call(postTranscript, { ...mine(), body })).body).toEqual({ state: 'sent' });
  });

  test('to one’s own address needs the press once', async () => {
    const own = 'zoe@visitor.example';
    await ask(own);
    await stage.pass(0);
    await press(confirmPath(own));
    expect((await ask(own)).body).toEqual({ state: 'waiting' });
  });

  test('is not sent by a link that is a week old or that we did not make', async () => {
    await ask('friend@other.example');
    await stage.pass(0);
    const path = confirmPath('friend@other.example');
    expect((await press(path.replace(/.(?=\?)/, (last) => (last === '0' ? '1' : '0')))).status).toBe(404);
    stage.server.clock.pass(8 * 24 * 60 * minute);
    expect((await press(path)).status).toBe(404);
  });

  test('is no way to fill a mailbox: tags and dots lead to the same, on every site, twenty at once', async () => {
    const spellings = [
      'vic.tim@gmail.com',
      'victim+1@gmail.com',
      'v.i.c.t.i.m+x+y@GoogleMail.com',
      'VICTIM@gmail.com',
    ];
    const asked = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const secret = newSecret();
        const opened = await stage.server.call(postChat, {
          secret,
          address: `198.51.100.${index}`,
          body: { id: newId(), body: 'Buy now at evil.example', language: 'en' },
        });
        const path = { conversation: opened.body.conversation.id };
        return stage.server.call(postTranscript, {
          secret,
          path,
          address: `198.51.100.${index}`,
          body: { id: newId(), email: spellings[index % spellings.length]! },
        });
      }),
    );
    const refused = asked.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(20 - maxQuestions);
    expect(refused[0]!.body).toMatchObject({ error: { code: 'limited', retryAfter: 3_600 } });
    await stage.pass(0);
    const mails = stage.smtp.mails.filter(({ envelope }) => /gmail|googlemail/i.test(envelope.to[0]!));
    expect(mails).toHaveLength(maxQuestions);
    expect(mails.map(({ raw }) => raw).join()).not.toContain('evil.example');
  });

  test('of one visitor are few, whoever they are for', async () => {
    const states = [];
    for (let index = 0; index < 5; index++) states.push((await ask(`v${index}@other.example`)).status);
    expect(states).toEqual([200, 200, 200, 429, 429]);
  });

  test('to a mailbox that unsubscribed is refused under its other spellings, too', async () => {
    await stopMails(stage.server.ctx, stage.server.site.id, 'vic.tim+a@gmail.com');
    await stopMails(stage.server.ctx, stage.server.site.id, 'zo\u00eb@m\u00fcnchen.example');
    const spellings = [
      'victim@googlemail.com',
      'ZOE\u0308@xn--mnchen-3ya.example',
      'zoe\u0308@Mu\u0308nchen.example',
    ];
    for (const email of spellings)
      expect(await ask(email), email).toMatchObject({
        status: 403,
        body: { error: { fields: { email: 'not_allowed' } } },
      });
  });
});

describe('a visitor whom staff have blocked', () => {
  test('is told so in words at every write, reads on, and may come back', async () => {
    const path = { conversation };
    const block = (blocked: boolean) =>
      stage.server.call(postBlock, { cookie: stage.cookie, path, body: { blocked } });
    expect((await block(true)).status).toBe(200);
    const refused = await stage.server.call(postMessage, { ...mine(), body: { id: newId(), body: 'Hey' } });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      error: { code: 'forbidden', message: 'You can’t send messages here any more.' },
    });
    for (const [route, body] of [
      [postTyping, { typing: true }],
      [postRating, { rating: 'bad' }],
      [postChat, { id: newId(), body: 'Other', language: 'en' }],
    ] as const)
      expect(
        (await stage.server.call(route as typeof postRating, { ...mine(), body: body as never })).status,
      ).toBe(403);
    expect((await stage.server.call(getThread, mine())).status).toBe(200);
    expect((await thread()).conversation.visitor.blocked).toBe(true);
    await block(false);
    expect(
      (await stage.server.call(postMessage, { ...mine(), body: { id: newId(), body: 'Hey' } })).status,
    ).toBe(200);
    expect((await stage.server.call(postBlock, { path, body: { blocked: true } })).status).toBe(401);
  });
});

describe('a report', () => {
  test('of a message of staff reaches those who answer for the site, once', async () => {
    const { id: message } = await stage.reply(conversation, 'Something unkind.');
    expect((await stage.server.call(postReport, { ...mine(), body: { message } })).status).toBe(200);
    expect((await stage.server.call(postReport, { ...mine(), body: { message } })).status).toBe(200);
    await stage.pass(0);
    const mails = stage.smtp.mails.filter(({ parsed }) => parsed.subject?.includes('was reported'));
    expect(mails).toHaveLength(1);
    expect(mails[0]!.parsed.text).toContain('Something unkind.');
    expect((await thread()).messages.filter(({ notice }) => notice?.kind === 'reported')).toHaveLength(1);
    const own = await stage.server.call(postReport, { ...mine(), body: { message: conversation } });
    expect(own.status).toBe(404);
  });
});

describe('the link of a mail', () => {
  const linkOf = async () => {
    await stage.reply(conversation, 'Yes.');
    await stage.pass(4 * minute);
    return /http:\/\/help\.test(\/sites\/shop\/resume\S*)#(\S+)/.exec(toVisitor().at(-1)!.parsed.text!)!;
  };

  test('leads to the same conversation on another device, once', async () => {
    const [, , token] = await linkOf();
    const secret = newSecret();
    const body = { token: token! };
    const reply = await stage.server.call(postResume, { secret, body });
    expect(reply.status).toBe(200);
    expect(reply.body.conversation.id).toBe(conversation);
    await stage.server.call(postMessage, {
      secret,
      path: { conversation },
      body: { id: newId(), body: 'Me' },
    });
    expect((await thread()).messages.at(-1)).toMatchObject({ body: 'Me', author: { kind: 'visitor' } });
    // The browser that has it goes on; another finds it used; one that is somebody keeps who they are.
    expect((await stage.server.call(postResume, { secret, body })).status).toBe(200);
    expect((await stage.server.call(postResume, { secret: newSecret(), body })).status).toBe(403);
    expect(stage.server.logged.join('\n')).not.toContain(token!.slice(0, 30));
  });

  test('works for two weeks, for what it was made for, and not when it was changed', async () => {
    const [, , token] = await linkOf();
    const resume = (text: string) =>
      stage.server.call(postResume, { secret: newSecret(), body: { token: text } });
    const [payload, mac] = token!.split('.');
    const other = Buffer.from(payload!, 'base64url').toString().replace(conversation, newId());
    expect((await resume(`${Buffer.from(other).toString('base64url')}.${mac}`)).status).toBe(403);
    expect((await resume(`${token}x`)).status).toBe(403);
    stage.server.clock.pass(14 * 24 * 60 * minute);
    expect((await resume(token!)).status).toBe(403);
  });

  test('on a page needs a press, and no script but to fill the form', async () => {
    const [, path, token] = await linkOf();
    const page = await stage.server.request('GET', path!, { headers: { origin: '' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    const press = (text: string) =>
      stage.server.request('POST', path!, {
        body: new URLSearchParams({ token: text }).toString(),
        headers: { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' },
      });
    // The whole link, pasted, does as well.
    const done = await press(`${publicUrl}${path}#${token}`);
    expect(done.status).toBe(303);
    const cookie = done.headers.getSetCookie()[0]!.split(';')[0]!;
    const thread = await stage.server.request('GET', done.headers.get('location')!, {
      headers: { origin: '', cookie },
    });
    expect(await thread.text()).toContain('Hello, is my frame ready?');
    const again = await press(token!);
    expect(again.status).toBe(403);
    expect(await again.text()).toContain('Reply to the email instead');
    expect(again.headers.get('set-cookie')).toBeNull();
  });
});
