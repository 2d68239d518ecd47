import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inboxPath } from '../../shared/core/mail/routes.ts';
import { getInboxThread } from '../../shared/inbox/routes.ts';
import { type Agent, enterAsAgent } from '../helpers/agent.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { choose, isSent, openChat, panelOf, say } from '../helpers/chat.ts';
import { hostile } from '../helpers/data.ts';
import { receivedMail } from '../helpers/receivedMail.ts';
import { headerOf, startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import { demoLogin, logIn, openStage, type Stage } from '../helpers/stage.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';

/* How a chat ends, and what a visitor may do with it; on a stage with a real mail server beside it. */

const token = 'inbound-token-of-the-test';
let browser: Browser;
let smtp: TestMailServer;
let stage: Stage;
let agent: Agent;

beforeAll(async () => {
  browser = await sharedBrowser();
  smtp = await startMailServer();
  stage = await openStage({
    SMTP_URL: smtp.url,
    MAIL_FROM: 'help@help.test.example',
    REPLY_ADDRESS: 'replies@help.test.example',
    INBOUND_TOKEN: token,
  });
  agent = await enterAsAgent(stage);
  await agent.be('online');
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await smtp?.close();
});

const inbound = (raw: string): Promise<Response> =>
  fetch(`${stage.url}/api/mail/inbound`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
    body: raw.replaceAll('\n', '\r\n'),
  });

/** A chat with an answer, on a page of its own. */
const chatWith = async (words: string): Promise<{ page: Page; id: string; problems: string[] }> => {
  const { page, problems } = await stage.visit(browser);
  await openChat(stage, page);
  await say(page, words);
  await isSent(page);
  const { id } = (await agent.find(words)).conversation;
  await agent.reply(id, `About “${words}”: yes.`);
  await panelOf(page).locator('.message.staff').waitFor();
  return { page, id, problems };
};

test('one ends it, rates it in one tap, changes one’s mind, adds words, and writes to open it again', async () => {
  const { page, id, problems } = await chatWith('Will it hold?');
  const panel = panelOf(page);
  await choose(page, 'End the chat');
  await panel.locator('.day', { hasText: 'You ended the chat.' }).waitFor();
  await panel.getByRole('button', { name: 'Good' }).click();
  await panel.locator('[aria-pressed=true]', { hasText: 'Good' }).waitFor();
  await panel.getByRole('button', { name: 'Okay' }).click();
  await panel.locator('[aria-pressed=true]', { hasText: 'Okay' }).waitFor();

  // What cannot be said now stays, in words, and is said again by hand.
  const words = panel.getByRole('textbox', { name: /^Anything we should know/ });
  await words.fill('Quick, but the kettle was cold.');
  await page.context().route('**/rating', (route) => route.abort());
  await panel.locator('.rating').getByRole('button', { name: 'Send' }).click();
  await panel.getByText('You seem to be offline.').waitFor();
  expect(await words.inputValue()).toBe('Quick, but the kettle was cold.');
  await page.context().unroute('**/rating');
  await panel.locator('.rating').getByRole('button', { name: 'Send' }).click();
  await panel.getByText('Thank you.').waitFor();
  await words.waitFor({ state: 'detached' });
  const { conversation } = await agent.call(getInboxThread, { path: { conversation: id } });
  expect(conversation).toMatchObject({
    status: 'closed',
    rating: { score: 'okay', comment: 'Quick, but the kettle was cold.' },
  });

  await say(page, 'One more thing');
  await panel.locator('.scores').waitFor({ state: 'detached' });
  await isSent(page);
  expect((await agent.call(getInboxThread, { path: { conversation: id } })).conversation.status).toBe('open');
  await choose(page, 'End the chat');
  await panel.getByRole('button', { name: 'Start a new chat' }).click();
  await panel.getByRole('textbox', { name: 'Write a message' }).waitFor();
  await say(page, 'Something else altogether');
  await isSent(page);
  expect((await agent.find('Something else altogether')).conversation.id).not.toBe(id);
  expect(problems).toEqual([]);
});

test('the transcript comes by mail; a reply to it appears in the chat, and its link goes on elsewhere, once', async () => {
  const { page, id, problems } = await chatWith('Is the fork here?');
  const panel = panelOf(page);
  await choose(page, 'Leave my email');
  await panel.getByRole('textbox', { name: 'Email' }).fill('not an address');
  await panel.locator('.card').getByRole('button', { name: 'Send' }).click();
  await panel.getByText('Enter a valid email address.').waitFor();
  await panel.getByRole('textbox', { name: 'Email' }).fill('zoe@visitor.example');
  await panel.locator('.card').getByRole('button', { name: 'Send' }).click();
  await panel.getByText('We’ll email zoe@visitor.example when you’re away.').waitFor();

  await choose(page, 'Email me the transcript');
  expect(await panel.getByRole('textbox', { name: 'Email' }).inputValue()).toBe('zoe@visitor.example');
  await panel.locator('.card').getByRole('button', { name: 'Send' }).click();
  // Anybody can write anybody's address: the owner of the mailbox is asked first, without a word of the chat.
  const confirmation = /http\S+\/mail\/confirm\/\S+/;
  const asked = await receivedMail(smtp, 'zoe@visitor.example', confirmation);
  await panel.getByText('We’ve sent a link to zoe@visitor.example.').waitFor();
  expect(asked.parsed.text).not.toContain('Is the fork here?');
  const reader = await stage.visit(browser);
  await reader.page.goto(confirmation.exec(asked.parsed.text!)![0]);
  await reader.page.getByRole('button', { name: 'Yes, send it' }).click();
  await reader.page.getByText('Thanks. The copy is on its way.').waitFor();
  const mail = await receivedMail(smtp, 'zoe@visitor.example', /About “Is the fork here\?”: yes\./);

  const raw = `From: zoe@visitor.example\nTo: ${headerOf(mail, 'reply-to')}\nMessage-ID: <a@visitor.example>\n\nWritten in my mail program.`;
  expect((await inbound(raw)).status).toBe(200);
  await panel.locator('.message.visitor', { hasText: 'Written in my mail program.' }).waitFor();

  const link = /href="([^"]*\/resume[^"]*)"/.exec(String(mail.parsed.html))![1]!.replaceAll('&amp;', '&');
  const other = await stage.visit(browser);
  await other.page.goto(link);
  // The token is out of the address before anything is pressed.
  expect(new URL(other.page.url()).hash).toBe('');
  await other.page.getByRole('button', { name: 'Continue' }).click();
  await other.page.getByText('About “Is the fork here?”: yes.').waitFor();
  await other.page.locator('textarea').fill('On my telephone now.');
  await other.page.locator('form button[type=submit]').last().click();
  await panel.locator('.message.visitor', { hasText: 'On my telephone now.' }).waitFor();
  const third = await stage.visit(browser);
  await third.page.goto(link);
  await third.page.getByRole('button', { name: 'Continue' }).click();
  await third.page.getByText('This link has been used or has expired.').waitFor();

  const { messages } = await agent.call(getInboxThread, { path: { conversation: id } });
  expect(messages.filter(({ author }) => author.kind === 'visitor').map(({ body }) => body)).toEqual([
    'Is the fork here?',
    'Written in my mail program.',
    'On my telephone now.',
  ]);
  expect([...problems, ...other.problems]).toEqual([]);
});

test('a message is reported: the people in charge get a mail that leads to the conversation', async () => {
  const { page, id } = await chatWith('Who said that?');
  await choose(page, 'Report a message');
  const panel = panelOf(page);
  await panel.getByRole('radio').waitFor();
  await panel.locator('.card').getByRole('button', { name: 'Report' }).click();
  await panel.getByText('Reported.').waitFor();
  const mail = await receivedMail(smtp, demoLogin.email, new RegExp(id));
  const link = /href="([^"]*\/inbox[^"]*)"/.exec(String(mail.parsed.html))![1]!;
  expect(link).toBe(stage.url + inboxPath(agent.site, id));
  const staff = await stage.visit(browser);
  await staff.page.goto(link);
  await logIn(staff);
  await staff.page.locator('.message', { hasText: 'About “Who said that?”' }).waitFor();
  expect(staff.problems).toEqual([]);
});

describe('hostile strings', () => {
  test('as messages, name, answers and file names are stored as they are or refused, and nothing runs anywhere', async () => {
    const isLine = (text: string): boolean => /^[^\p{Cc}\u2028\u2029]+$/u.test(text) && text.trim() !== '';
    const strings = [...hostile('dompurify'), ...hostile('blns')];
    const markup = strings.filter((text) => text.includes('<')).slice(0, 60);
    const lines = markup.filter((text) => isLine(text) && text.length < 80);
    const names = hostile('filenames');
    await agent.set({
      chat: {
        name: 'optional',
        email: 'no',
        questions: [{ key: 'order', labels: { en: lines[0]! }, required: false }],
        consent: { en: lines[1]! },
        consentLink: '',
      },
    });
    const secret = newSecret();
    const id = newId();
    const post = (path: string, body: object | Blob, headers: Record<string, string> = {}) =>
      fetch(stage.url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...headers },
        body: body instanceof Blob ? body : JSON.stringify(body),
      });
    const attachments: string[] = [];
    expect((await post('/api/sites/demo/drafts', { kind: 'message' })).status).toBe(200);
    for (const name of names.slice(0, 12)) {
      const file = newId();
      const query = new URLSearchParams({ id: file, name });
      const reply = await post(`/api/sites/demo/attachments?${query}`, new Blob(['words']), {
        'content-type': 'application/octet-stream',
      });
      if (reply.status === 200) attachments.push(file);
      // Refused with the reason and the field.
      else expect((await reply.json()) as object).toMatchObject({ error: { code: 'invalid' } });
    }
    expect(attachments.length).toBeGreaterThan(3);
    const first = {
      id,
      body: markup[0]!,
      name: lines[2]!,
      language: 'en',
      answers: { order: lines[3]! },
      consent: true,
    };
    expect((await post('/api/sites/demo/chats', first)).status).toBe(200);
    const said = [markup[0]!];
    for (const [index, body] of markup.slice(1).entries()) {
      const more = index === 0 ? { attachments: attachments.slice(0, 10) } : {};
      const reply = await post(`/api/sites/demo/conversations/${id}/messages`, {
        id: newId(),
        body,
        ...more,
      });
      if (reply.status === 200) said.push(body);
    }
    await agent.reply(id, markup.join('\n\n').slice(0, 9_000));
    const thread = await agent.call(getInboxThread, { path: { conversation: id } });
    expect(thread.messages.filter(({ author }) => author.kind === 'visitor').map(({ body }) => body)).toEqual(
      said,
    );
    expect(thread.conversation).toMatchObject({
      visitor: { name: lines[2] },
      intake: { answers: [{ label: lines[0], value: lines[3] }], consent: { text: lines[1] } },
    });

    const ran: string[] = [];
    const look = async (page: Page): Promise<void> => {
      page.on('dialog', (dialog) => {
        ran.push(dialog.message());
        void dialog.dismiss();
      });
      page.on('framenavigated', (frame) => {
        if (!frame.url().startsWith(stage.url) && !/^about:/.test(frame.url())) ran.push(frame.url());
      });
    };
    const visitor = await stage.visit(browser);
    await look(visitor.page);
    await visitor.page.addInitScript(
      (kept) => localStorage.setItem('foyer:demo', kept),
      JSON.stringify({ secret, at: Date.now() }),
    );
    await visitor.page.goto(`${stage.url}/demo/`);
    await visitor.page.evaluate(
      (chat) => (window as unknown as { Foyer(...given: string[]): void }).Foyer('open', chat),
      id,
    );
    await expect.poll(() => panelOf(visitor.page).locator('.message.visitor').count()).toBe(said.length);
    await choose(visitor.page, 'Report a message');
    await choose(visitor.page, 'End the chat');
    await panelOf(visitor.page).getByRole('button', { name: 'Start a new chat' }).click();
    await panelOf(visitor.page).getByText(lines[1]!, { exact: true }).waitFor();
    const staff = await stage.visit(browser);
    await look(staff.page);
    await staff.page.goto(stage.url + inboxPath(agent.site, id));
    await logIn(staff);
    await expect.poll(() => staff.page.locator('.message').count()).toBeGreaterThan(said.length - 1);

    // The mail, drawn by a browser without any policy: the sanitiser alone.
    expect(
      (
        await post(`/api/sites/demo/conversations/${id}/transcript`, {
          id: newId(),
          email: 'x@visitor.example',
        })
      ).status,
    ).toBe(200);
    const mail = await receivedMail(smtp, 'x@visitor.example', /confirm/);
    const reader = await stage.visit(browser);
    await look(reader.page);
    await reader.page.setContent(String(mail.parsed.html));
    const foreign = await reader.page.evaluate(() =>
      [...document.body.querySelectorAll('*')].flatMap((element) => [
        // The site's logo lies inside the mail: nothing is loaded from anywhere.
        ...(/^(?:SCRIPT|IFRAME|IMG|OBJECT|EMBED|LINK|FORM|SVG|MATH|VIDEO|INPUT)$/i.test(element.tagName) &&
        !/^(?:cid:|data:image\/png;)/.test(element.getAttribute('src') ?? '')
          ? [element.tagName]
          : []),
        ...[...element.attributes].filter(({ name }) => /^on/i.test(name)).map(({ name }) => name),
      ]),
    );
    expect(foreign).toEqual([]);
    expect([...ran, ...visitor.problems, ...staff.problems]).toEqual([]);
    await agent.set({ chat: { name: 'no', email: 'no', questions: [], consent: {}, consentLink: '' } });
  });
});

test('a mail to an address of the site opens a conversation, and is answered by mail with a file', async () => {
  const { page, problems } = await stage.visit(browser);
  await page.goto(`${stage.url}/inbox/console/mail?lang=en`);
  await logIn({ page });
  await page.getByRole('button', { name: 'Add an address' }).click();
  await page.getByRole('textbox', { name: 'Email address' }).fill('support@help.test.example');
  await page.getByLabel('Signature').fill('Kind regards');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(/^Saved/).waitFor();
  const reply = await inbound(
    [
      'From: Mia Mail <mia@visitor.example>',
      'To: support@help.test.example',
      'Subject: Where is my kettle?',
      'Message-ID: <kettle@visitor.example>',
      '',
      'It is not here yet.\n\nOn Mon, 2 Mar 2026 at 10:04, Shop <shop@other.example> wrote:\n\n> We sent it.',
    ].join('\n'),
  );
  expect(reply.status).toBe(200);
  const { conversation } = await agent.find('Where is my kettle?');
  await page.goto(`${stage.url}${inboxPath(agent.site, conversation.id)}?lang=en`);
  await page.getByText('It is not here yet.').last().waitFor();
  await page.getByText('Show quoted text').click();
  await page.getByText('> We sent it.').waitFor();
  const file = { name: 'label.txt', mimeType: 'text/plain', buffer: Buffer.from('the label') };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('Ready to send').waitFor();
  await page.locator('textarea').fill('It leaves today.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const sent = await receivedMail(smtp, 'mia@visitor.example', /It leaves today/);
  expect(headerOf(sent, 'subject')).toBe('Re: Where is my kettle?');
  expect(headerOf(sent, 'from')).toContain('<support@help.test.example>');
  expect(headerOf(sent, 'in-reply-to')).toBe('<kettle@visitor.example>');
  expect(sent.parsed.attachments.find(({ filename }) => filename === 'label.txt')?.content.toString()).toBe(
    'the label',
  );
  expect(problems).toEqual([]);
});
