import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createNameRecords } from '../../../server/core/net/nameRecords.ts';
import { visitors } from '../../../server/core/people/visitors/tables.ts';
import { getThread } from '../../../shared/core/conversations/routes.ts';
import { getInboxThread, listInbox, postStaffMessage } from '../../../shared/inbox/routes.ts';
import { testClock } from '../../helpers/clock.ts';
import { type MailStage, mailStage } from '../../helpers/mailStage.ts';
import { newId } from '../../helpers/server.ts';

/* Whether a mail comes from whom it says: signatures, policies, and what follows from them. */

const support = 'support@help.test.example';
const mia = 'mia@visitor.example';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

/** What names publish; every one that was asked for. */
let names: Map<string, string[][]>;
let asked: string[];
let looked: Set<string>;
let isDown: boolean;
let stage: MailStage;

const start = async (environment: Record<string, string> = {}): Promise<void> => {
  stage = await mailStage({
    environment,
    settings: {
      mail: {
        addresses: [{ team: null, language: '', signature: '', acknowledges: false, address: support }],
      },
    },
    overrides: {
      nameRecords: {
        async texts(name) {
          asked.push(name);
          return isDown ? null : (names.get(name) ?? []);
        },
      },
    },
  });
};
beforeEach(async () => {
  asked = [];
  looked = new Set();
  isDown = false;
  names = new Map([
    // Longer than one string of a record.
    ['s1._domainkey.visitor.example', [[`v=DKIM1; k=rsa; p=${key.slice(0, 200)}`, key.slice(200)]]],
    ['_dmarc.visitor.example', [['v=DMARC1; p=reject']]],
    ['s1._domainkey.mallory.example', [[`v=DKIM1; k=rsa; p=${key}`]]],
  ]);
  await start();
});
afterEach(() => stage.close());

let count = 0;
const mail = (said: string, headers: Record<string, string> = {}): string =>
  `${[
    ...Object.entries({
      From: `Mia Mail <${mia}>`,
      To: `Support <${support}>`,
      Subject: 'Our order',
      'Message-ID': `<${++count}@visitor.example>`,
      Date: new Date(stage.server.clock.now()).toUTCString(),
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    said,
  ].join('\r\n')}\r\n`;

const signed = async (raw: string, domain = 'visitor.example', more: object = {}): Promise<string> => {
  const signature = {
    signingDomain: domain,
    selector: 's1',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  const { signatures } = await dkimSign(raw, {
    ...signature,
    canonicalization: 'relaxed/relaxed',
    algorithm: 'rsa-sha256',
    signTime: new Date(),
    signatureData: [{ ...signature, ...more }],
  });
  return signatures + raw;
};

const all = async () => (await stage.server.call(listInbox, { cookie: stage.cookie })).body.conversations;
const messagesOf = async (conversation: string) =>
  (
    await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } })
  ).body.messages.filter(({ author }) => author.kind !== 'system');
/** What was told of the mail that opened a conversation since the last look. */
const verdict = async () => {
  const fresh = (await all()).filter(({ id }) => !looked.has(id));
  expect(fresh).toHaveLength(1);
  looked.add(fresh[0]!.id);
  return (await messagesOf(fresh[0]!.id))[0]!.mail?.verdict;
};
const openWith = async (raw: string): Promise<string> => {
  await stage.inbound(raw);
  return (await all())[0]!.id;
};

describe('a mail says to come from a domain', () => {
  test('that signed it: it does', async () => {
    await stage.inbound(await signed(mail('Is it there?')));
    expect(await verdict()).toEqual({ result: 'pass', domain: 'visitor.example' });
    // Visitors are told nothing of it.
    const [row] = await all();
    const thread = await stage.server.call(getThread, {
      secret: stage.secret,
      path: { conversation: row!.id },
    });
    expect(JSON.stringify(thread.body)).not.toContain('verdict');
  });

  test('that signs its mails, and did not sign this one', async () => {
    await stage.inbound(mail('Send me the invoice again.'));
    expect(await verdict()).toEqual({ result: 'fail', domain: 'visitor.example' });
  });

  test('that says nothing of its mails: it cannot be told', async () => {
    names.delete('_dmarc.visitor.example');
    await stage.inbound(mail('Hello?'));
    expect(await verdict()).toEqual({ result: 'none', domain: 'visitor.example' });
  });

  test('whose policy stands at its parent, which asks for nothing', async () => {
    names.set('_dmarc.shop.example', [['v=DMARC1; p=none']]);
    await stage.inbound(mail('Hello?', { From: 'Mia <mia@news.shop.example>' }));
    expect(await verdict()).toEqual({ result: 'none', domain: 'news.shop.example' });
  });

  test('while no server of names answers: it cannot be told, and the mail is there', async () => {
    isDown = true;
    await stage.inbound(await signed(mail('Hello?')));
    expect(await verdict()).toEqual({ result: 'none', domain: 'visitor.example' });
  });

  test.each([
    [
      'changed after it was signed',
      async () => (await signed(mail('Pay to A.'))).replace('Pay to A.', 'Pay to B.'),
    ],
    ['signed by another domain', () => signed(mail('Hello.'), 'mallory.example')],
    [
      'signed to a length, with more below',
      async () => `${await signed(mail('Hello.'), 'visitor.example', { maxBodyLength: 4 })}And this.\r\n`,
    ],
    ['with two senders', async () => `From: other@mallory.example\r\n${await signed(mail('Hello.'))}`],
    [
      'with a thousand signatures that mean nothing',
      async () =>
        `${'DKIM-Signature: v=1; a=rsa-sha256; d=x.example; s=a; h=from; bh=; b=\r\n'.repeat(900)}${mail('Hello.')}`,
    ],
    [
      'with a signature of nonsense',
      async () => `DKIM-Signature: ${';='.repeat(20_000)}\r\n${mail('Hello.')}`,
    ],
  ])('and is %s: it is not taken for that', async (_what, make) => {
    await stage.inbound(await make());
    expect(await verdict()).toMatchObject({ result: 'fail' });
    // However much it names, a handful is asked for.
    expect(asked.length).toBeLessThan(10);
  });
});

describe('what the receiving server found', () => {
  const unsigned = (line: string) => `${line}\r\n${mail('Hello.')}`;

  test('counts where the configuration names it', async () => {
    await stage.close();
    await start({ MAIL_RECEIVER: 'mx.help.example' });
    await stage.inbound(
      unsigned('Authentication-Results: mx.help.example; spf=pass smtp.mailfrom=visitor.example; dkim=none'),
    );
    expect(await verdict()).toEqual({ result: 'pass', domain: 'visitor.example' });
    // One that the sender brought along stands below.
    await stage.inbound(
      unsigned(
        'Authentication-Results: mx.help.example; dmarc=fail header.from=visitor.example\r\nAuthentication-Results: mx.help.example; dmarc=pass',
      ),
    );
    expect(await verdict()).toMatchObject({ result: 'fail' });
    await stage.inbound(unsigned('Authentication-Results: mx.mallory.example; dmarc=pass'));
    expect(await verdict()).toMatchObject({ result: 'fail' });
    await stage.inbound(
      unsigned('Authentication-Results: mx.help.example; spf=pass smtp.mailfrom=mallory.example'),
    );
    expect(await verdict()).toMatchObject({ result: 'fail' });
  });

  test('is anybody’s word else', async () => {
    await stage.inbound(unsigned('Authentication-Results: mx.help.example; dmarc=pass'));
    expect(await verdict()).toMatchObject({ result: 'fail' });
  });
});

describe('a mail that names a mail of a conversation', () => {
  const logInVisitor = () =>
    stage.server.ctx.database.write((tx) => [tx.update(visitors).set({ subject: 'customer-1' })]);

  test('and that its domain disowns stands for itself, marked', async () => {
    const conversation = await openWith(
      await signed(mail('Where is it?', { 'Message-ID': '<first@visitor.example>' })),
    );
    await stage.inbound(mail('Send it to my new address.', { 'In-Reply-To': '<first@visitor.example>' }));
    expect(await messagesOf(conversation)).toHaveLength(1);
    const other = (await all()).find(({ id }) => id !== conversation)!;
    expect((await messagesOf(other.id))[0]!.mail).toEqual({
      verdict: { result: 'fail', domain: 'visitor.example' },
    });
    await stage.inbound(await signed(mail('Still there?', { 'In-Reply-To': '<first@visitor.example>' })));
    expect((await messagesOf(conversation)).map(({ body }) => body)).toEqual([
      'Where is it?',
      'Still there?',
    ]);
  });

  test('speaks for somebody who logged in only where its domain says that it is theirs', async () => {
    names.delete('_dmarc.visitor.example');
    const conversation = await openWith(mail('Where is it?', { 'Message-ID': '<first@visitor.example>' }));
    await logInVisitor();
    await stage.inbound(mail('Send it elsewhere.', { 'In-Reply-To': '<first@visitor.example>' }));
    expect(await messagesOf(conversation)).toHaveLength(1);
    await stage.inbound(await signed(mail('It is me.', { 'In-Reply-To': '<first@visitor.example>' })));
    expect((await messagesOf(conversation)).map(({ body }) => body)).toEqual(['Where is it?', 'It is me.']);
  });

  test('by its signed address joins whatever is known of its sender', async () => {
    const conversation = await stage.open();
    await stage.server.call(postStaffMessage, {
      cookie: stage.cookie,
      path: { conversation },
      body: { id: newId(), body: 'It is ready.', visibility: 'public' },
    });
    await stage.pass(5 * 60_000);
    const to = stage.smtp.mails.at(-1)!.parsed.replyTo!.text;
    names.set('_dmarc.visitor.example', [['v=DMARC1; p=reject']]);
    await stage.inbound(mail('Thank you!', { From: 'zoe@visitor.example', To: to }));
    expect((await messagesOf(conversation)).at(-1)).toMatchObject({
      body: 'Thank you!',
      mail: { verdict: { result: 'fail' } },
    });
  });
});

describe('names that are asked for', () => {
  test('are asked once for a while, and never what is no name', async () => {
    const clock = testClock();
    const seen: string[] = [];
    const records = createNameRecords(clock, async (name) => {
      seen.push(name);
      if (name.startsWith('down.')) throw Object.assign(new Error('no'), { code: 'ETIMEOUT' });
      if (name.startsWith('none.')) throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
      return [['a', 'b'], ['x'.repeat(5_000)]];
    });
    expect(await records.texts('A.example')).toEqual([['a', 'b']]);
    expect(await records.texts('a.example')).toEqual([['a', 'b']]);
    expect(await records.texts('none.example')).toEqual([]);
    expect(await records.texts('down.example')).toBeNull();
    expect(await records.texts('down.example')).toBeNull();
    for (const bad of ['', 'localhost', 'a b.example', `${'a.'.repeat(200)}example`, '../x.example', 'a..b'])
      expect(await records.texts(bad)).toEqual([]);
    expect(seen).toEqual(['a.example', 'none.example', 'down.example', 'down.example']);
    clock.pass(300_001);
    await records.texts('a.example');
    expect(seen).toHaveLength(5);
  });
});
