import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { undoTime } from '../../server/ask/community/jobs.ts';
import * as contract from '../../shared/ask/answerRoutes.ts';
import { postQuestion } from '../../shared/ask/routes.ts';
import { publishQuestion } from '../../shared/ask/staffRoutes.ts';
import { listSetAside } from '../../shared/core/mail/routes.ts';
import { defaultModeration } from '../../shared/core/moderation/defaults.ts';
import { type MailStage, mailStage } from '../helpers/mailStage.ts';
import { newId, newSecret, publicUrl, question } from '../helpers/server.ts';

const ada = 'ada@visitor.example';
const zoe = 'zoe@visitor.example';

let stage: MailStage;
beforeEach(async () => {
  stage = await mailStage({
    settings: { communityAnswers: 'trusted', moderation: { ...defaultModeration(), trustAfter: 1 } },
  });
});
afterEach(() => stage.close());

/** A public question of Ada's with one public answer. @returns its id and path */
const ask = async () => {
  const body = question({ title: 'Does the lamp fit outdoors?', visibility: 'public', email: ada });
  expect((await stage.server.call(postQuestion, { body, secret: newSecret() })).status).toBe(200);
  const made = await stage.server.call(publishQuestion, {
    path: { conversation: body.id },
    cookie: stage.cookie,
    body: { title: body.title, details: '', language: 'en', official: false },
  });
  const { id, path } = made.body.question!;
  return { id, path };
};
let addresses = 0;
const answer = async (of: string, body: string) => {
  const { body: reply } = await stage.server.call(contract.postCommunityAnswer, {
    path: { question: of },
    secret: newSecret(),
    address: `198.51.100.${1 + addresses++}`,
    body: { id: newId(), body, name: 'Ola', language: 'en' },
  });
  await publish(reply.answer.id);
};
const publish = async (id: string) => {
  await stage.server.call(contract.decideStaffAnswers, {
    cookie: stage.cookie,
    body: { ids: [id], decision: 'publish' },
  });
  await stage.pass(undoTime);
};
const waiting = async () =>
  (await stage.server.call(contract.listStaffAnswers, { cookie: stage.cookie })).body.answers;
const aside = async () => (await stage.server.call(listSetAside, { cookie: stage.cookie })).body.mails;
const lastTo = (address: string) =>
  stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === address).at(-1)!.parsed;
const replyTo = (address: string): string => lastTo(address).replyTo!.value[0]!.address!;
const page = async (path: string) =>
  (await stage.server.request('GET', path, { headers: { origin: '' } })).text();

let mails = 0;
const raw = (to: string, from: string, body: string, more = '', id = `m${++mails}@mail.example`) =>
  `From: ${from}\nTo: ${to}\nSubject: Re: New answer: Shop\nMessage-ID: <${id}>\n${more || 'Content-Type: text/plain; charset=utf-8\n'}\n${body}\n`;

/** Zoë follows, and has said by mail that it is she. */
const follow = async (id: string) => {
  await stage.server.request('POST', `/sites/shop/questions/${id}/follow`, {
    body: new URLSearchParams({ email: zoe }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl },
  });
  await stage.pass(1);
  expect(lastTo(zoe).replyTo, 'a question whether it is she takes no answer').toBeUndefined();
  const link = /http\S*\/questions\/follow\/\S+/.exec(lastTo(zoe).text!)![0];
  await stage.server.request('POST', new URL(link).pathname, {
    body: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: '' },
  });
};

describe('a reply to an email about an answer', () => {
  test('is an answer without its quotes, held as on the page; the same mail again is once, and trust is theirs', async () => {
    const { id, path } = await ask();
    await follow(id);
    await answer(id, 'Mine is out in the rain all year.');
    expect(lastTo(zoe).text).toContain('You can answer by replying to this email.');
    const to = replyTo(zoe);
    const first = raw(
      to,
      `Zoë Real <${zoe}>`,
      'Ours rusted, sadly.\n\nOn Monday, Shop wrote:\n> There’s a new answer\n> Mine is out in the rain all year.\n',
      '',
      'one@mail.example',
    );
    expect(await stage.inbound(first)).toMatchObject({ status: 200, result: 'received' });
    expect(await stage.inbound(first)).toMatchObject({ result: 'repeated' });
    const [row, ...others] = await waiting();
    expect(others).toEqual([]);
    // Neither address nor name: whoever writes on the page chooses what they're called.
    expect(row).toMatchObject({ body: 'Ours rusted, sadly.', author: '', kind: 'visitor', reason: 'first' });
    expect(await page(path)).not.toContain('rusted');
    expect(
      await stage.inbound(raw(to, zoe, 'Something else altogether.', '', 'one@mail.example')),
    ).toMatchObject({ result: 'reused' });
    await publish(row!.id);
    expect(await page(path)).toContain('Ours rusted, sadly.');
    expect(await page(path)).not.toContain('zoe@');
    // Trusted from here on, as on the page.
    expect(await stage.inbound(raw(to, zoe, 'A new one held.'))).toMatchObject({ result: 'received' });
    expect(await page(path)).toContain('A new one held.');
    expect(await stage.inbound(raw(to, 'thief@visitor.example', 'Buy mine.'))).toMatchObject({
      result: 'received',
    });
    expect(await page(path)).not.toContain('Buy mine.');
  });

  test('of who asked counts without another proof; from another address somebody looks first', async () => {
    const { id } = await ask();
    await answer(id, 'It does.');
    const to = replyTo(ada);
    expect(lastTo(ada).text).not.toContain('It does.');
    expect(await stage.inbound(raw(to, ada, 'It does not, I tried.'))).toMatchObject({ result: 'received' });
    expect(await stage.inbound(raw(to, 'other@visitor.example', 'I am a friend.'))).toMatchObject({
      result: 'received',
    });
    expect((await waiting()).map(({ body }) => body).sort()).toEqual([
      'I am a friend.',
      'It does not, I tried.',
    ]);
    // She reads it: what others write may be told to her from now on.
    await answer(id, 'Which size is it?');
    expect(lastTo(ada).text).toContain('Which size is it?');
  });

  test('leaves files out, and is listed with why where it can’t be taken', async () => {
    const { id } = await ask();
    await answer(id, 'It does.');
    const to = replyTo(ada);
    const withFile = `Content-Type: multipart/mixed; boundary=b\n`;
    const parts = (text: string) =>
      `--b\nContent-Type: text/plain\n\n${text}\n--b\nContent-Type: image/png; name="lamp.png"\nContent-Disposition: attachment; filename="lamp.png"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--`;
    expect(await stage.inbound(raw(to, ada, parts('Look at it.'), withFile))).toMatchObject({
      result: 'received',
    });
    expect((await waiting()).map(({ body }) => body)).toEqual(['Look at it.']);
    expect(await stage.inbound(raw(to, ada, parts(''), withFile))).toMatchObject({ result: 'files' });
    expect(
      await stage.inbound(raw(to, ada, '> There’s a new answer to your question on “Shop”.\n')),
    ).toMatchObject({ result: 'empty' });
    expect(await stage.inbound(raw(to, ada, 'x'.repeat(10_001)))).toMatchObject({ result: 'not_taken' });
    expect(
      await stage.inbound(
        raw(to, ada, 'I am away.', 'Auto-Submitted: auto-replied\nContent-Type: text/plain\n'),
      ),
    ).toMatchObject({ result: 'automatic' });
    await stage.server.call(contract.closeQuestion, {
      cookie: stage.cookie,
      path: { question: id },
      body: { closed: true, reason: 'Sold out' },
    });
    expect(await stage.inbound(raw(to, ada, 'One more thing.'))).toMatchObject({ result: 'closed' });
    const listed = (await aside()).map(({ reason, excerpt }) => `${reason}: ${excerpt.slice(0, 15)}`);
    expect(listed.sort()).toEqual([
      'automatic: I am away.',
      'closed: One more thing.',
      'empty: ',
      'files: ',
      'files: lamp.png',
      `not_taken: ${'x'.repeat(15)}`,
    ]);
    expect(await waiting()).toHaveLength(1);
  });
});
