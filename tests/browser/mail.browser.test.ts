import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inboxPath } from '../../shared/core/mail/routes.ts';
import { newId } from '../../shared/core/ids.ts';
import { type Agent, enterAsAgent } from '../helpers/agent.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { receivedMail } from '../helpers/receivedMail.ts';
import { headerOf, startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import { enterInbox, expectAccessible, logIn, openStage, type Stage } from '../helpers/stage.ts';

/* Mail as staff work with it, from the first message on; on a stage with a real mail server beside it. */

const token = 'inbound-token-of-the-test';
let browser: Browser;
let smtp: TestMailServer;
let stage: Stage;
let agent: Agent;

beforeAll(async () => {
  browser = await launchBrowser();
  smtp = await startMailServer();
  stage = await openStage({
    SMTP_URL: smtp.url,
    MAIL_FROM: 'help@help.test.example',
    REPLY_ADDRESS: 'replies@help.test.example',
    INBOUND_TOKEN: token,
  });
  agent = await enterAsAgent(stage);
  const address = { team: null, language: '', signature: '', acknowledges: false } as const;
  await agent.set({
    mail: {
      addresses: [
        { ...address, address: 'support@help.test.example' },
        { ...address, address: 'sales@help.test.example', signature: 'The sales team' },
      ],
    },
  });
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await smtp?.close();
  await browser?.close();
});

test('a message is begun by key, kept through a reload, and arrives from the chosen address with its file', async () => {
  const { page, problems } = await stage.visit(browser);
  await page.goto(`${stage.url}/inbox?lang=en`);
  await logIn({ page });
  await page.locator('.row').first().waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New message' });
  const to = dialog.getByRole('combobox', { name: 'To' });
  await expect.poll(() => to.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('ann@buyer.example');
  await dialog.getByRole('option', { name: 'ann@buyer.example' }).waitFor();
  await page.keyboard.press('Enter');
  const subject = dialog.getByRole('textbox', { name: 'Subject' });
  await expect.poll(() => subject.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('Your offer');
  await dialog.getByRole('textbox', { name: 'Message' }).fill('Here it is.');
  await page.reload();
  await page.locator('.row').first().waitFor();
  await page.getByRole('button', { name: 'New message' }).click();
  expect(await subject.inputValue()).toBe('Your offer');
  expect(await dialog.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('Here it is.');
  await dialog.getByRole('combobox', { name: 'From' }).selectOption('sales@help.test.example');
  const file = { name: 'offer.txt', mimeType: 'text/plain', buffer: Buffer.from('the offer') };
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByText('Ready to send').waitFor();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Your offer' }).waitFor();
  const sent = await receivedMail(smtp, 'ann@buyer.example', /Here it is/);
  expect(headerOf(sent, 'subject')).toBe('Your offer');
  expect(headerOf(sent, 'from')).toContain('<sales@help.test.example>');
  expect(sent.parsed.text).toContain('The sales team');
  expect(sent.parsed.attachments.map(({ filename }) => filename)).toContain('offer.txt');
  expect(problems).toEqual([]);
});

const inbound = (raw: string): Promise<Response> =>
  fetch(`${stage.url}/api/mail/inbound`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
    body: raw.replaceAll('\n', '\r\n'),
  });

test('a reply goes to all only where that is chosen, and not to whom was taken out', async () => {
  await inbound(
    [
      'From: Mia Mail <mia@visitor.example>',
      'To: support@help.test.example, Bob Partner <bob@partner.example>',
      'Cc: Boss <boss@visitor.example>',
      'Subject: Our kettles',
      'Message-ID: <kettles@visitor.example>',
      '',
      'Please look, both of you.',
    ].join('\n'),
  );
  const { conversation } = await agent.find('Our kettles');
  const { page, problems } = await stage.visit(browser);
  const address = `${stage.url}${inboxPath(agent.site, conversation.id)}?lang=en`;
  await page.goto(address);
  await logIn({ page });
  await page.getByText('<bob@partner.example>').first().waitFor();
  const people = page.getByRole('group', { name: 'Recipients' });
  await people.getByRole('button', { name: 'Reply to all (+2)' }).click();
  await people.getByRole('button', { name: 'Remove Boss' }).click();
  await page.goto(address);
  await people.getByRole('button', { name: 'Remove Bob Partner' }).waitFor();
  await page.locator('textarea').fill('Here is the plan.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const sent = await receivedMail(smtp, 'mia@visitor.example', /Here is the plan/);
  expect(sent.envelope.to).toEqual(['mia@visitor.example', 'bob@partner.example']);
  expect(headerOf(sent, 'cc')).toBe('Bob Partner <bob@partner.example>');
  await inbound(
    [
      'From: Bob Partner <bob@partner.example>',
      `To: ${headerOf(sent, 'reply-to')}, mia@visitor.example`,
      'Subject: Re: Our kettles',
      'Message-ID: <plan@partner.example>',
      '',
      'Fine with me.',
    ].join('\n'),
  );
  const theirs = page.locator('.message.visitor', { hasText: 'Fine with me.' });
  await theirs.getByText('Bob Partner', { exact: true }).waitFor();
  // The next one goes to the visitor alone again.
  await page.locator('textarea').fill('Only for you.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  expect((await receivedMail(smtp, 'mia@visitor.example', /Only for you/)).envelope.to).toEqual([
    'mia@visitor.example',
  ]);

  // Somebody outside is asked; what they answer is the team's.
  await page.locator('textarea').blur();
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'Forward by email' });
  await dialog.getByRole('textbox', { name: 'Email address' }).fill('stock@supplier.example');
  await dialog.getByRole('textbox', { name: 'Your note to them' }).fill('Do you have them?');
  await dialog.getByRole('checkbox', { name: /Only for you/ }).uncheck();
  await dialog.getByRole('button', { name: 'Forward', exact: true }).click();
  const asked = await receivedMail(smtp, 'stock@supplier.example', /Do you have them/);
  expect(asked.parsed.text).toContain('Here is the plan.');
  expect(asked.parsed.text).not.toContain('Only for you.');
  await inbound(
    [
      'From: Sam <stock@supplier.example>',
      `To: ${headerOf(asked, 'reply-to')}`,
      'Subject: Re: Fwd',
      'Message-ID: <stock@supplier.example>',
      '',
      'Twelve of them.',
    ].join('\n'),
  );
  await page
    .locator('.message.note', { hasText: 'Twelve of them.' })
    .getByText('Sam', { exact: true })
    .waitFor();

  // Bob's is another matter.
  await theirs.getByRole('button', { name: 'Split from here' }).click();
  await page.getByText('split this from “Our kettles”').waitFor();
  expect(await page.locator('.message.visitor').count()).toBe(1);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: 'Undo split' }).click();
  await theirs.waitFor();
  expect(problems).toEqual([]);
});

test('a mail in HTML is looked at as its sender made it, and calls nobody until that is asked for', async () => {
  const called: string[] = [];
  const elsewhere = createServer((request, response) => {
    called.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'image/gif' });
    response.end(Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64'));
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  const home = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  const subject = `Made with care ${newId()}`;
  const html = `<style>@import url(${home}/import);h1{background:url(${home}/rule)}</style><h1 style="color:#060">Hello there</h1>
<img src="${home}/picture" width="40"><img src="${home}/pixel" width="1" height="1"><script src="${home}/script"></script>
<link rel="stylesheet" href="${home}/sheet"><iframe src="${home}/frame"></iframe><meta http-equiv="refresh" content="0;url=${home}/refresh">
<form action="${home}/form"><button>Log in</button></form><a href="${home}/link">A link</a><video src="${home}/film" autoplay></video>`;
  const sent = await fetch(`${stage.url}/api/mail/inbound`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${token}` },
    body: [
      'From: Carla Client <carla@client.example>',
      'To: support@help.test.example',
      `Subject: ${subject}`,
      `Message-ID: <${newId()}@client.example>`,
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
    ].join('\r\n'),
  });
  expect(sent.status).toBe(200);
  const { page, problems } = await stage.visit(browser);
  await page.goto(`${stage.url}/inbox?lang=en`);
  await logIn({ page });
  await page.locator('.row', { hasText: subject }).first().click();
  await page.getByRole('button', { name: 'Show original' }).press('Enter');
  const frame = page.frameLocator('.mail-original iframe');
  await frame.getByRole('heading', { name: 'Hello there' }).waitFor();
  await frame.getByRole('link', { name: 'A link' }).waitFor();
  expect(await frame.getByRole('button').count()).toBe(0);
  await expectAccessible(page, 'the original of a mail');
  expect(called).toEqual([]);
  await page.getByRole('button', { name: 'Load pictures' }).press('Enter');
  await expect.poll(() => called).toContain('/picture');
  await frame.getByRole('heading', { name: 'Hello there' }).waitFor();
  // What is no picture, and the pixel that tells that it was read, stay away even then.
  expect(called.filter((path) => path !== '/picture' && path !== '/rule')).toEqual([]);
  await page.getByRole('button', { name: 'Hide original' }).press('Enter');
  await page.locator('.mail-original iframe').waitFor({ state: 'detached' });
  expect(problems.filter((problem) => !problem.includes(home))).toEqual([]);
  await new Promise((done) => elsewhere.close(done));
});

test('a form on a page of another origin is switched on, filled in without scripts, mended, and stands in the inbox', async () => {
  const owner = await stage.visit(browser);
  await enterInbox(stage, owner);
  await owner.page.goto(`${stage.url}/inbox/console/mail?lang=en`);
  await owner.page.getByLabel('Accept messages from our form').check();
  const html = await owner.page.getByLabel('HTML to start from').inputValue();
  await owner.page.getByRole('button', { name: 'Save', exact: true }).click();
  await owner.page.getByText('Saved. Visitors will see it').waitFor();
  const shop = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Shop</title>${html}`);
  });
  await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done));
  const { port } = shop.address() as AddressInfo;
  await agent.letIn(`http://127.0.0.1:${port}`);
  const { page } = await stage.visit(browser, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const subject = `By form ${newId()}`;
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByLabel('Name').fill('Fay');
  await page.getByLabel('Email').fill('fay@nowhere');
  await page.getByLabel('Subject').fill(subject);
  await page.getByLabel('Order number').fill('KC-2001');
  await page.getByLabel('Message').fill('Where is it?');
  await page.getByRole('button', { name: 'Send' }).click();
  // What the browser lets through and no mail reaches: nothing of it is lost.
  await page.getByText('Enter a valid email address.').waitFor();
  expect(await page.getByLabel('Order number').inputValue()).toBe('KC-2001');
  await page.getByLabel('Your email').fill('fay@visitor.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('status').getByText('We’ll reply to the email address you gave.').waitFor();
  const { conversation } = await agent.find(subject);
  expect(conversation.intake?.answers).toEqual([{ label: 'Order number', value: 'KC-2001' }]);
  await new Promise((done) => shop.close(done));
});
