import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import { postTranscript } from '../../shared/core/conversations/endRoutes.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { inboxPath } from '../../shared/core/mail/routes.ts';
import { fillPath, type Route } from '../../shared/core/route.ts';
import { getInboxThread, patchConversation } from '../../shared/inbox/routes.ts';
import { type Agent, enterAsAgent } from '../helpers/agent.ts';
import { sharedBrowser } from '../helpers/browser.ts';
import { receivedMail } from '../helpers/receivedMail.ts';
import { headerOf, startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import { expectAccessible, logIn, openStage, type Stage } from '../helpers/stage.ts';

const token = 'inbound-token-of-the-test';
const address = 'nora@visitor.example';
let browser: Browser;
let smtp: TestMailServer;
let stage: Stage;
let agent: Agent;

beforeAll(async () => {
  browser = await sharedBrowser();
  smtp = await startMailServer();
  stage = await openStage({
    SMTP_URL: smtp.url,
    REPLY_ADDRESS: 'replies@help.test.example',
    INBOUND_TOKEN: token,
  });
  agent = await enterAsAgent(stage);
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await smtp?.close();
});

/** A conversation whose visitor goes on by email: the address is theirs. */
const talkByMail = async (): Promise<string> => {
  const [secret, id] = [newSecret(), newId()];
  const call = async <Body, Reply>(route: Route<Body, Reply>, body: Body): Promise<void> => {
    const path = fillPath(route.path, { site: 'demo', conversation: id });
    const reply = await fetch(stage.url + path, {
      method: route.method,
      headers: {
        'content-type': 'application/json',
        origin: stage.url,
        authorization: `Bearer ${secret}`,
      },
      body: JSON.stringify(body),
    });
    expect([reply.status, reply.ok ? '' : await reply.text()]).toEqual([200, '']);
  };
  await call(postChat, { id, body: 'Does the rack fit?', language: 'en', name: 'Nora', email: address });
  await agent.reply(id, 'It does.');
  await call(postTranscript, { id: newId(), email: address });
  const confirmation = /http\S+\/mail\/confirm\/\S+/;
  const asked = await receivedMail(smtp, address, confirmation);
  await fetch(confirmation.exec(asked.parsed.text!)![0], {
    method: 'POST',
    headers: { origin: stage.url, 'content-type': 'application/x-www-form-urlencoded' },
  });
  const copy = await receivedMail(smtp, address, /It does\./);
  const raw = `From: ${address}\nTo: ${headerOf(copy, 'reply-to')}\nMessage-ID: <n@visitor.example>\n\nThank you.`;
  const inbound = await fetch(`${stage.url}/api/mail/inbound`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
    body: raw.replaceAll('\n', '\r\n'),
  });
  expect(inbound.status).toBe(200);
  return id;
};

test('CSAT by mail: switched on, asked after closing, rated by a press, with the reason; seen in the inbox and the report', async () => {
  const staff = await stage.visit(browser);
  const { page } = staff;
  await page.goto(`${stage.url}/inbox/console/ask?lang=en`);
  await logIn(staff);
  const card = page.getByRole('region', { name: 'Ratings' });
  await card.getByLabel('Scale').selectOption({ label: 'Five stars' });
  await card.getByLabel('Ask by email').check();
  await card.getByLabel('Sent after closing').fill('0');
  await card.getByLabel('Question (English)').fill('How did we do?');
  await expectAccessible(page, 'ratings in the console');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved. Visitors will see it').waitFor();

  const id = await talkByMail();
  await agent.call(patchConversation, { path: { conversation: id }, body: { status: 'closed' } });
  const mail = await receivedMail(smtp, address, /\/mail\/rate\//);
  expect(mail.parsed.text).toContain('How did we do?');
  const links = [...mail.parsed.text!.matchAll(/http\S+\/mail\/rate\/\S+/g)].map(([link]) => link);
  expect(links).toHaveLength(5);
  // A scanner opens everything, with a browser of its own.
  for (const link of links) {
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(link)).status).toBe(200);
  }
  const thread = () => agent.call(getInboxThread, { path: { conversation: id } });
  expect((await thread()).conversation.rating).toBeUndefined();

  const reader = await stage.visit(browser, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  await reader.page.goto(links[3]!);
  expect(await reader.page.getByRole('radio', { name: '4 of 5 stars' }).isChecked()).toBe(true);
  await reader.page.getByRole('button', { name: 'Send rating' }).click();
  await reader.page.getByRole('heading', { name: 'Thank you. That helps us.' }).waitFor();
  await reader.page.getByLabel('Anything we should know?').fill('The rack fits, and so did the answer.');
  await reader.page.getByRole('button', { name: 'Send' }).click();
  await reader.page.getByText('You can change your rating until').waitFor();
  expect((await thread()).conversation.rating).toEqual({
    score: 'good',
    scale: 'stars',
    value: 4,
    comment: 'The rack fits, and so did the answer.',
  });

  await page.goto(`${stage.url}${inboxPath(agent.site, id)}?lang=en`);
  await page.getByText('The visitor rated it good (★ 4/5).').first().waitFor();
  await page.goto(`${stage.url}/inbox/reports?lang=en`);
  await page.getByRole('button', { name: 'Later', exact: true }).click();
  const box = page.locator('.report-box', { hasText: 'How were we rated?' });
  await box.getByText('Response rate', { exact: true }).first().waitFor();
  await box.getByText(/Between \d+% and \d+% \(95% interval/).waitFor();
  expect([...staff.problems, ...reader.problems]).toEqual([]);
}, 120_000);
