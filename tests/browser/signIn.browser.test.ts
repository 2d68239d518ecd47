import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import { postTranscript } from '../../shared/core/conversations/endRoutes.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { fillPath, type Route } from '../../shared/core/route.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { receivedMail } from '../helpers/receivedMail.ts';
import { startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import { expectAccessible, openStage, type Stage } from '../helpers/stage.ts';

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
const chatElsewhere = async (subject: string): Promise<void> => {
  const [secret, id] = [newSecret(), newId()];
  const call = async <Body, Reply>(route: Route<Body, Reply>, body: Body): Promise<void> => {
    const reply = await fetch(stage.url + fillPath(route.path, { site: 'demo', conversation: id }), {
      method: route.method,
      headers: { 'content-type': 'application/json', origin: stage.url, authorization: `Bearer ${secret}` },
      body: JSON.stringify(body),
    });
    expect([reply.status, reply.ok ? '' : await reply.text()]).toEqual([200, '']);
  };
  await call(postChat, { id, body: subject, language: 'en', name: 'Nora', email: address });
  await call(postTranscript, { id: newId(), email: address });
  const confirmation = /http\S+\/mail\/confirm\/\S+/;
  const asked = await receivedMail(smtp, address, confirmation);
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
