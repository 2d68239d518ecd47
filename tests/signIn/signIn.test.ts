import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postBlock } from '../../shared/core/conversations/endRoutes.ts';
import { erasePerson } from '../../shared/core/people/personalDataRoutes.ts';
import { postIdentify } from '../../shared/core/people/identityRoutes.ts';
import { listJobs } from '../../server/core/jobs/queries.ts';
import { maxMails, pay } from '../../server/core/mail/writes/budget.ts';
import { readSecret } from '../../server/core/people/sites/secret.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { postChat } from '../../shared/chat/routes.ts';
import { listConversations } from '../../shared/core/conversations/routes.ts';
import { newSecret } from '../../shared/core/ids.ts';
import { getInboxThread } from '../../shared/inbox/routes.ts';
import { postSignIn, postSignInCode } from '../../shared/signIn/routes.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { newId, password, publicUrl, siteOrigin } from '../helpers/server.ts';

const support = 'support@help.test.example';
const zoe = 'zoe@visitor.example';
const mia = 'mia@visitor.example';
const path = '/sites/shop/sign-in?lang=en';

let stage: MailStage;
beforeEach(async () => {
  stage = await mailStage({
    settings: {
      mail: {
        addresses: [{ address: support, team: null, language: '', signature: '', acknowledges: false }],
      },
    },
  });
});
afterEach(() => stage.close());

const form = (to: string, fields: Record<string, string>, cookie = '') =>
  stage.server.request('POST', to, {
    body: new URLSearchParams(fields).toString(),
    headers: { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded', cookie },
  });
/** Asks for a link, and lets what follows from it happen. */
const ask = async (email: string, id = newId()) => {
  const response = await form(path, { id, email });
  await stage.pass(0);
  return response;
};
const page = async (to: string, cookie = '') => {
  const response = await stage.server.request('GET', to, { headers: { origin: '', cookie } });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const sentTo = (address: string) =>
  stage.smtp.mails.filter(
    ({ envelope, parsed }) =>
      envelope.to.includes(address) && parsed.subject?.includes('sign-in link') === true,
  );
const linkTo = (address: string) =>
  /http:\/\/help\.test(\/sites\/shop\/resume\S*)#(\S+)/.exec(sentTo(address).at(-1)!.parsed.text!)!;
/** Opens the newest link. @returns the answer, and the cookie of who opened it */
const open = async (address: string) => {
  const [, to, token] = linkTo(address);
  const response = await form(to!, { token: token! });
  return { response, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
};

let count = 0;
/** Writes by mail, from nobody whom a browser knows. */
const write = (from = mia, subject = 'Where is my order?') =>
  stage.inbound(
    [
      `From: Mia <${from}>`,
      `To: <${support}>`,
      `Subject: ${subject}`,
      `Message-ID: <${++count}@visitor.example>`,
      `Date: ${new Date(stage.server.clock.now()).toUTCString()}`,
      '',
      'It is not here yet.',
    ].join('\n'),
  );

/** A chat whose visitor has followed a link that went to their address: it's theirs. */
const prove = async () => {
  const conversation = await stage.open('Hello, is my frame ready?');
  await stage.reply(conversation, 'Yes.');
  await stage.pass(4 * minute);
  const mail = stage.smtp.mails.findLast(({ envelope }) => envelope.to.includes(zoe))!;
  const [, to, token] = /http:\/\/help\.test(\/sites\/shop\/resume\S*)#(\S+)/.exec(mail.parsed.text!)!;
  expect((await form(to!, { token: token! })).status).toBe(303);
  return conversation;
};
const personOf = async (conversation: string) =>
  (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } })).body
    .conversation.visitor;

describe('the page', () => {
  test('is found at the foot of the help centre, asks for an address, and sets no cookie', async () => {
    expect((await page('/sites/shop')).text).toContain(
      '<a href="/sites/shop/sign-in?lang=en">Your conversations</a>',
    );
    const { status, text, headers } = await page(path);
    expect(status).toBe(200);
    expect(text).toContain('noindex');
    expect(text).not.toContain('<script');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  test('says what is wrong with an address, and keeps it', async () => {
    const response = await form(path, { id: newId(), email: 'mia@' });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain('value="mia@"');
    expect(text).toContain('Enter a valid email address.');
  });

  test('is taken from our own pages alone', async () => {
    const response = await stage.server.request('POST', path, {
      body: new URLSearchParams({ id: newId(), email: mia }).toString(),
      headers: { origin: siteOrigin, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).not.toBe(303);
  });
});

describe('a link', () => {
  test('goes to who wrote by mail, and brings everything to another browser, once', async () => {
    await write();
    await write(mia, 'Another thing');
    const asked = await ask(mia);
    expect(asked.status).toBe(303);
    expect((await page(asked.headers.get('location')!)).text).toContain('a link is on its way');
    const [mail] = sentTo(mia);
    // Nothing that anybody wrote is in it.
    for (const said of ['my order', 'Another thing', 'not here yet']) expect(mail!.raw).not.toContain(said);
    const { response, cookie } = await open(mia);
    expect(response.status).toBe(303);
    const thread = await page(response.headers.get('location')!, cookie);
    expect(thread.status).toBe(200);
    const list = (await page(path, cookie)).text;
    expect(list).toContain('Where is my order?');
    expect(list).toContain('Another thing');
    expect((await open(mia)).response.status).toBe(403);
    expect(stage.server.logged.join('\n')).not.toContain(linkTo(mia)[2]!.slice(0, 30));
  });

  test('works for an hour', async () => {
    await write();
    await ask(mia);
    stage.server.clock.pass(60 * minute);
    expect((await open(mia)).response.status).toBe(403);
  });

  test('goes to an address that was proven in a browser', async () => {
    const conversation = await prove();
    await ask('ZOE@visitor.example');
    const { response } = await open(zoe);
    expect(response.headers.get('location')).toContain(conversation);
  });

  test('goes to nobody for an address that was only typed', async () => {
    await stage.open();
    await ask(zoe);
    expect(sentTo(zoe)).toEqual([]);
  });

  test('is sent once for one form, however often it arrives', async () => {
    await write();
    const id = newId();
    await Promise.all([ask(mia, id), ask(mia, id)]);
    expect(sentTo(mia)).toHaveLength(1);
  });

  test('is not sent when it comes too late', async () => {
    await write();
    await form(path, { id: newId(), email: mia });
    await stage.pass(61 * minute);
    expect(sentTo(mia)).toEqual([]);
  });
});

describe('a code, asked for within the widget', () => {
  const askCode = async (email: string, id = newId()) => {
    const reply = await stage.server.call(postSignInCode, { body: { id, email, language: 'en' } });
    await stage.pass(0);
    return { id, reply };
  };
  const codeTo = (address: string) =>
    /Your code: (\d{4} \d{4})/.exec(sentTo(address).at(-1)!.parsed.text!)![1]!;
  const enter = (id: string, code: string, secret = newSecret()) =>
    stage.server.call(postSignIn, { secret, body: { id, code } });

  test('brings everything to a new browser, once, in whichever digits it is typed', async () => {
    await write();
    const { id, reply } = await askCode(mia);
    expect(reply).toMatchObject({ status: 200, body: { done: true } });
    const code = codeTo(mia);
    expect(sentTo(mia)[0]!.raw).not.toContain('my order');
    const secret = newSecret();
    // As an Arabic keyboard has them.
    const arabic = code
      .replace(' ', '')
      .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    const entered = await enter(id, ` ${arabic} `, secret);
    expect(entered.status).toBe(200);
    expect(entered.body.conversation.subject).toBe('Where is my order?');
    const list = await stage.server.call(listConversations, { secret });
    expect(list.body.conversations).toHaveLength(1);
    expect((await enter(id, code)).status).toBe(403);
    // The link of the same mail is used up, too.
    expect((await open(mia)).response.status).toBe(403);
  });

  test('is none any more once the link was used', async () => {
    await write();
    const { id } = await askCode(mia);
    expect((await open(mia)).response.status).toBe(303);
    expect((await enter(id, codeTo(mia))).status).toBe(403);
  });

  test('works with the request that it was asked for by, on this site, for an hour', async () => {
    await write();
    const [{ id }, other] = [await askCode(mia), newId()];
    expect((await enter(other, codeTo(mia))).status).toBe(403);
    const wrong = codeTo(mia) === '0000 0000' ? '1111 1111' : '0000 0000';
    for (const code of [wrong, 'none', codeTo(mia).slice(0, 8)])
      expect((await enter(id, code)).status).toBe(403);
    expect((await enter(id, '')).status).toBe(400);
    stage.server.clock.pass(60 * minute);
    expect((await enter(id, codeTo(mia))).status).toBe(403);
  });

  test('takes five tries, and leaves no visitor behind', async () => {
    await write();
    const { id } = await askCode(mia);
    const secret = newSecret();
    for (let tried = 0; tried < 5; tried++) expect((await enter(id, '1234 5678', secret)).status).toBe(403);
    expect((await enter(id, codeTo(mia), secret)).status).toBe(429);
    expect((await stage.server.call(listConversations, { secret })).status).toBe(401);
  });

  test('is refused to a browser that is somebody else, and to whom staff have blocked since', async () => {
    const conversation = await prove();
    const { id } = await askCode(zoe);
    await write();
    const other = newSecret();
    await stage.server.call(postChat, { secret: other, body: { id: newId(), body: 'Hi', language: 'en' } });
    expect((await enter(id, codeTo(zoe), other)).status).toBe(409);
    await stage.server.call(postBlock, {
      cookie: stage.cookie,
      path: { conversation },
      body: { blocked: true },
    });
    expect((await enter(id, codeTo(zoe))).status).toBe(403);
  });

  test('is answered alike for an address that nobody has, and stands in no log', async () => {
    await write();
    const [known, unknown] = [await askCode(mia), await askCode('nobody@visitor.example')];
    expect(known.reply.body).toEqual(unknown.reply.body);
    expect(sentTo('nobody@visitor.example')).toEqual([]);
    expect((await enter(unknown.id, '1234 5678')).status).toBe(403);
    const logged = stage.server.logged.join('\n');
    expect(logged).not.toContain(codeTo(mia));
    expect(logged).not.toContain(mia);
  });

  test('counts with the links of the page', async () => {
    for (let asked = 0; asked < 2; asked++) expect((await askCode(mia)).reply.status).toBe(200);
    expect((await ask(mia)).status).toBe(303);
    expect((await askCode(mia)).reply.status).toBe(429);
  });
});

test('the answer and what is stored are the same for an address that nobody has', async () => {
  await write();
  const jobs = async () => {
    const rows = await listJobs(stage.server.ctx, stage.server.site.id, ['waiting', 'running', 'done'], 50);
    return rows.filter(({ kind }) => kind === 'signIn.link');
  };
  const answers = [];
  for (const email of [mia, 'nobody@visitor.example']) {
    const response = await form(path, { id: newId(), email });
    const { 'x-request-id': _, date: __, ...headers } = Object.fromEntries(response.headers);
    answers.push({ status: response.status, headers, body: await response.text() });
  }
  expect(answers[0]).toEqual(answers[1]);
  const planned = await jobs();
  expect(planned).toHaveLength(2);
  // No address of a stranger is kept.
  expect(JSON.stringify(planned)).not.toContain('@');
  await stage.pass(0);
  expect(sentTo('nobody@visitor.example')).toEqual([]);
  expect(sentTo(mia)).toHaveLength(1);
});

describe('nothing is sent', () => {
  test('to whom the site itself signs in', async () => {
    const conversation = await prove();
    const { secret } = await readSecret(stage.server.ctx, stage.server.site.id);
    const exp = Math.floor(stage.server.clock.now() / 1_000) + 3_600;
    const token = await new SignJWT({ exp, sub: 'customer-1', email: zoe })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(secret));
    const reply = await stage.server.call(postIdentify, {
      secret: stage.secret,
      body: { token, language: 'en' },
    });
    expect(reply.status).toBe(200);
    expect((await personOf(conversation)).email).toBe(zoe);
    await ask(zoe);
    expect(sentTo(zoe)).toEqual([]);
  });

  test('to whom staff have blocked', async () => {
    const conversation = await prove();
    await stage.server.call(postBlock, {
      cookie: stage.cookie,
      path: { conversation },
      body: { blocked: true },
    });
    await ask(zoe);
    expect(sentTo(zoe)).toEqual([]);
  });

  test('to an address that unsubscribed', async () => {
    await write();
    await ask(mia);
    const [, stop] = /http:\/\/help\.test(\/mail\/stop\/\S+)/.exec(sentTo(mia)[0]!.parsed.text!)!;
    expect((await form(stop!, {})).status).toBe(200);
    await ask(mia);
    expect(sentTo(mia)).toHaveLength(1);
  });

  test('to somebody erased, and a link sent before leads nowhere', async () => {
    const conversation = await prove();
    await ask(zoe);
    expect(sentTo(zoe)).toHaveLength(1);
    await createStaff(stage.server.ctx, {
      site: stage.server.site.id,
      email: 'olga@shop.test',
      name: 'Olga Owner',
      password,
      role: 'owner',
    });
    const cookie = await stage.server.logIn('olga@shop.test');
    const { id: who } = await personOf(conversation);
    const erased = await stage.server.call(erasePerson, { cookie, body: { who } });
    expect(erased.status).toBe(200);
    await stage.pass(minute);
    expect((await open(zoe)).response.status).toBe(403);
    await ask(zoe);
    expect(sentTo(zoe)).toHaveLength(1);
  });
});

describe('limits', () => {
  test('hold for a mailbox, known or not, however it is spelled', async () => {
    await write();
    for (const email of [mia, 'nobody@visitor.example']) {
      const tagged = email.replace('@', '+tag@');
      for (const one of [email, tagged, email]) expect((await ask(one)).status).toBe(303);
      const refused = await ask(email);
      expect(refused.status).toBe(429);
      expect(await refused.text()).toContain('Please slow down');
    }
    expect(sentTo(mia)).toHaveLength(2);
    stage.server.clock.pass(61 * minute);
    expect((await ask(mia)).status).toBe(303);
  });

  test('hold for a network address, over all mailboxes', async () => {
    const statuses = [];
    for (let one = 0; one < 11; one++) statuses.push((await ask(`visitor${one}@visitor.example`)).status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
  });

  test('of the recipient’s budget are kept in the database', async () => {
    await write();
    const postage = { siteId: stage.server.site.id, address: mia, visitorId: null, isProven: true };
    for (let paid = 0; paid < maxMails.verified; paid++) await pay(stage.server.ctx, postage);
    expect((await ask(mia)).status).toBe(303);
    expect(sentTo(mia)).toEqual([]);
  });
});
