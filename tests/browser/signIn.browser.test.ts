import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import { postTranscript } from '../../shared/core/conversations/endRoutes.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { fillPath, type Route } from '../../shared/core/route.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { receivedMail } from '../helpers/receivedMail.ts';
import { startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import { expectAccessible, hasFocus, openPanel, openStage, type Stage } from '../helpers/stage.ts';

const address = 'nora@visitor.example';
let browser: Browser;
let smtp: TestMailServer;
let stage: Stage;

beforeAll(async () => {
  browser = await sharedBrowser();
  smtp = await startMailServer();
  stage = await openStage({ SMTP_URL: smtp.url });
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await smtp?.close();
});

/** A chat on another device, whose visitor has confirmed their address. */
const chatElsewhere = async (subject: string, email = address): Promise<void> => {
  const [secret, id] = [newSecret(), newId()];
  const call = async <Body, Reply>(route: Route<Body, Reply>, body: Body): Promise<void> => {
    const reply = await fetch(stage.url + fillPath(route.path, { site: 'demo', conversation: id }), {
      method: route.method,
      headers: { 'content-type': 'application/json', origin: stage.url, authorization: `Bearer ${secret}` },
      body: JSON.stringify(body),
    });
    expect([reply.status, reply.ok ? '' : await reply.text()]).toEqual([200, '']);
  };
  await call(postChat, { id, body: subject, language: 'en', name: 'Nora', email });
  await call(postTranscript, { id: newId(), email });
  const confirmation = /http\S+\/mail\/confirm\/\S+/;
  const asked = await receivedMail(smtp, email, confirmation);
  const confirmed = await fetch(confirmation.exec(asked.parsed.text!)![0], {
    method: 'POST',
    headers: { origin: stage.url, 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(confirmed.status).toBe(200);
};

test('a visitor brings their conversations to another device, by keyboard', async () => {
  await chatElsewhere('Does the rack fit?');
  const { page } = await stage.visit(browser, { viewport: { width: 360, height: 740 } });
  await page.goto(`${stage.url}/sites/demo?lang=en`);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Your conversations' }).click();
  await page.getByRole('heading', { name: 'Your conversations' }).waitFor();
  await expectAccessible(page, 'the page that asks for an address');
  await page.getByLabel('Your email').focus();
  await page.keyboard.type(address);
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('a link is on its way').waitFor();
  await expectAccessible(page, 'a link was asked for');
  const link = /http\S+\/resume\S+/;
  const mail = await receivedMail(smtp, address, /conversations with[\s\S]*\/resume/);
  expect(mail.parsed.text).not.toContain('rack');
  await page.goto(link.exec(mail.parsed.text!)![0]);
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await page.getByRole('heading', { name: 'Does the rack fit?' }).waitFor();
  await page.goto(`${stage.url}/sites/demo/sign-in?lang=en`);
  await page.getByRole('link', { name: 'Does the rack fit?' }).waitFor();
  await expectAccessible(page, 'the list of conversations');
});

test('a visitor brings their conversations into the panel of the page they are on, with a code', async () => {
  await chatElsewhere('Is the rack in stock?', 'paul@visitor.example');
  const { page } = await stage.visit(browser, { viewport: { width: 360, height: 740 } });
  await page.goto(`${stage.url}/demo/`);
  await openPanel(page);
  const offer = page.getByRole('button', { name: 'Wrote to us before?' });
  // It is loaded for whoever looks around.
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return offer.isVisible();
    })
    .toBe(true);
  await offer.press('Enter');
  const email = page.getByRole('textbox', { name: 'Your email' });
  await hasFocus(email);
  await page.keyboard.type('paul@');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Enter a valid email address.').waitFor();
  await email.fill('paul@visitor.example');
  await expectAccessible(page, 'the address for a code');
  await email.press('Enter');
  const code = page.getByRole('textbox', { name: 'Code from the email' });
  await hasFocus(code);
  const mail = await receivedMail(smtp, 'paul@visitor.example', /Your code: (\d{4} \d{4})/);
  const right = /Your code: (\d{4} \d{4})/.exec(mail.parsed.text!)![1]!;
  await page.keyboard.type('1234');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('This code isn’t right').waitFor();
  await expectAccessible(page, 'a code that is wrong');
  await code.fill(right);
  await code.press('Enter');
  await page.getByRole('log').getByText('Is the rack in stock?').waitFor();
  // And after the page was loaded anew.
  await page.goto(`${stage.url}/demo/help.html`);
  await openPanel(page);
  await page.getByRole('button', { name: 'Is the rack in stock?' }).waitFor();
});
